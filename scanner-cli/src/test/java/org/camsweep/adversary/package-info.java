/**
 * A simulated adversary: a table of hostile devices, each at an address of its own. It is a program
 * of its own ({@link org.camsweep.adversary.Adversary}) that the lab starts in a network namespace
 * beside honest devices; nothing of it is part of the product.
 */
package org.camsweep.adversary;

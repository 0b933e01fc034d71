/**
 * What a device said, with whose it is taken out: addresses, serial numbers, names and keys are
 * replaced, alike wherever they stand, and what shows its firmware stays. Pure.
 */
package org.camsweep.recording;

/**
 * The seal of a result folder: every file with its size and SHA-256, signed where a key is given,
 * chained to the inspection before it; and the check that nothing was changed since. {@code
 * docs/evidence.md} tells how to check it with OpenSSL alone.
 */
package org.camsweep.manifest;

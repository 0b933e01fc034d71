/**
 * The data files of makers, signatures and labels: their types, readers and checks. No maker's name
 * stands in Java.
 */
package org.camsweep.fingerprint;

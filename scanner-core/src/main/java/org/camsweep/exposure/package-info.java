/**
 * What was seen of a microphone and of a way out to the internet: beside the verdict, never part of
 * it. Pure; the rules are data.
 */
package org.camsweep.exposure;

/**
 * Which of many RE2 patterns can match a text, found in one pass over it: a lazily built automaton
 * of all patterns together. Pure; knows nothing of devices.
 */
package org.camsweep.pattern;

/**
 * The command line: one class for each command, what it prints, and its exit code. The only room
 * that uses {@code scan} and the only one that knows Logback.
 */
package org.camsweep.cli;

/**
 * How files written by people are read: one strict YAML reader with line numbers, and one exception
 * that names file, line, problem and cure. Uses no other room.
 */
package org.camsweep.config;

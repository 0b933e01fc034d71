/**
 * How files are read: a strict YAML and a strict JSON reader with line numbers, and one exception
 * that names file, line, problem and cure. Uses no other room.
 */
package org.camsweep.config;

/**
 * The inspection report that a person reads and hands over: one HTML page, and the same content as
 * a PDF. The page needs nothing from outside, and works without its script.
 */
package org.camsweep.export.inspection;

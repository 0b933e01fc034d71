/** A worksheet for the report that FAR 52.204-25 paragraph (d) asks of a contractor. */
package org.camsweep.export.far889;

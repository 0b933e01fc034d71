/** The contract of an export format. */
package org.camsweep.export.spi;

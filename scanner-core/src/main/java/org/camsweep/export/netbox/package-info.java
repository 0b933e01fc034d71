/** Files for NetBox's bulk import, in one zip file. */
package org.camsweep.export.netbox;

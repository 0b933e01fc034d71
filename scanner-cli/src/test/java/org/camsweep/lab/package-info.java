/**
 * A routed site of network namespaces in which the product meets servers that its authors did not
 * write. Needs Linux and root; touches no interface of the machine itself.
 */
package org.camsweep.lab;

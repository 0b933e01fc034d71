/**
 * Where we may look: Site, Network, Scope, Target, and who allowed it. {@link
 * org.camsweep.site.Target} can only come from {@link org.camsweep.site.Scope#admit}; whoever holds
 * one may send to it. Uses only the reader of configuration files.
 */
package org.camsweep.site;

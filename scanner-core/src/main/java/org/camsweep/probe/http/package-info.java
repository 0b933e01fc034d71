/** What a web page shows without a login: status, headers, title, text, icon and certificate. */
package org.camsweep.probe.http;

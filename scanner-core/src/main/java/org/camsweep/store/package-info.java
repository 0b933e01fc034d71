/**
 * The user's own copy of the data pack: installed from a signed file, one at a time, kept where no
 * administrator is needed. Nothing is ever fetched.
 */
package org.camsweep.store;

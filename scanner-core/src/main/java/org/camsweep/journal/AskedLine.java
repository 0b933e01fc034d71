package org.camsweep.journal;

import org.camsweep.observe.Asked;
import org.camsweep.site.Address;

/**
 * What was sent to an address where somebody is. Lines for the same address add up: a host that was
 * cut off and asked anew was sent both.
 */
public record AskedLine(Address address, Asked asked) {}

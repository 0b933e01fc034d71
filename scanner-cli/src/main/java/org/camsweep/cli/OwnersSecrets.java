package org.camsweep.cli;

import org.camsweep.withhold.Withholding;

/**
 * What the owner gave to ask with, and what is kept out of the record because of it, as long as a
 * scan runs; who made them closes them.
 *
 * @param logins none for no interviews
 * @param keys none for no SNMP
 * @param withholding of all secrets of the site, also of those that are not asked with
 */
record OwnersSecrets(Logins logins, SnmpKeys keys, Withholding withholding) {
  static OwnersSecrets none() {
    return new OwnersSecrets(Logins.none(), SnmpKeys.none(), Withholding.none());
  }
}

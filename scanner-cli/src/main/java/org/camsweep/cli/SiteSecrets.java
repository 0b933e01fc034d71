package org.camsweep.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.camsweep.config.ConfigException;
import org.camsweep.interview.Secrets;
import org.camsweep.observe.Plain;
import org.camsweep.site.Credential.Reference;
import org.camsweep.withhold.Withholding;

/**
 * All secrets of a site file, whichever networks and probes a run asks, so that none of them is
 * kept if a device says it; and the passwords of camsweep's own key stores.
 */
final class SiteSecrets {
  private static final List<String> OWN =
      List.of("CAMSWEEP_KEYSTORE_PASSWORD", "CAMSWEEP_SIGN_PASSWORD");

  private final Map<String, String> environment;
  private final PrintWriter err;

  /**
   * @param err where the operator is told which secrets are not withheld; no record says so, which
   *     would tell its readers where to guess
   */
  SiteSecrets(Map<String, String> environment, PrintWriter err) {
    this.environment = environment;
    this.err = err;
  }

  /** The lists by which makers are told: what stands in them is no secret. */
  interface Lists {
    Predicate<String> mentioned() throws ConfigException;
  }

  /**
   * A withholding of what the references lead to; the caller closes it. One that leads nowhere is
   * told of, and is no error: a run that needs it fails elsewhere.
   */
  Withholding withholding(Collection<Reference> references, Lists lists) throws ConfigException {
    if (references.isEmpty()) {
      return Withholding.none();
    }
    Withholding all = new Withholding(lists.mentioned());
    Secrets places = new Secrets(environment);
    for (Reference reference : references) {
      add(all, places, reference);
    }
    for (String variable : OWN) {
      if (!environment.getOrDefault(variable, "").isEmpty()) {
        add(all, places, new Reference("env", variable));
      }
    }
    return all;
  }

  private void add(Withholding all, Secrets places, Reference reference) {
    try {
      char[] secret = places.fetch("secrets", reference);
      if (!all.add(secret)) {
        tell(reference, "is a word that anybody can guess, and is recorded where devices say it");
      }
      Arrays.fill(secret, '\0');
    } catch (ConfigException e) {
      tell(reference, "is not at hand, and would be recorded if a device said it");
    }
  }

  private void tell(Reference reference, String what) {
    err.println("camsweep: what is in " + Plain.of(reference.text()) + " " + what);
  }
}

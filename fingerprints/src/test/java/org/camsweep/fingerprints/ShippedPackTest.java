package org.camsweep.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.PackCheck;
import org.camsweep.scan.PackTrial;
import org.junit.jupiter.api.Test;

/** The pack that ships: every file is read and every check for authors is run. */
class ShippedPackTest {
  @Test
  void everyFileIsReadAndEverySignatureKeepsItsPromises() throws Exception {
    PackCheck.Result result = PackTrial.run(Shipped.files());
    String faults =
        String.join("\n", result.faults().stream().map(ConfigException::getMessage).toList());
    assertThat(result.faults()).as(faults).isEmpty();
  }
}

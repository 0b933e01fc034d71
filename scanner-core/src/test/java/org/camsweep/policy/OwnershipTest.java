package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.config.ConfigException;
import org.junit.jupiter.api.Test;

/** What is told of a label's owners. */
class OwnershipTest {
  @Test
  void everyOwnerIsToldWithRelationTimeAndDoubt() throws ConfigException {
    Entities entities =
        EntityReader.read(
            List.of(
                Given.file(
                    "e.yaml",
                    """
                    entities:
                      - id: a
                        name: A
                        country: SE
                        prcLaw: not-subject
                        builds: own
                        badges: [ Alfa ]
                        owners:
                          - { name: B Fund, from: 2018, to: 2020, verified: true }
                          - { name: C Fund, relation: minority-stake, verified: false }
                        verified: true
                        source: s
                      - { id: d, name: D, country: SE, prcLaw: not-subject, builds: own, badges: [ ALFA ], verified: true, source: s }
                    """)));
    assertThat(Ownership.told(entities.find("a").orElseThrow()))
        .contains(
            "B Fund from 2018-01-01 until 2020-12-31; C Fund (minority-stake) at a time not stated"
                + " (not verified)");
    assertThat(Ownership.told(entities.find("d").orElseThrow())).isEmpty();
    assertThat(entities.ownersOfBadge(" alfa ")).extracting(Entity::id).containsExactly("a", "d");
    assertThat(entities.ownersOfBadge("beta")).isEmpty();
    assertThat(entities.all()).extracting(Entity::id).containsExactly("a", "d");
    assertThat(entities.hash()).matches("[0-9a-f]{12}");
    assertThat(entities.find("a").orElseThrow().country()).isEqualTo("SE");
  }
}

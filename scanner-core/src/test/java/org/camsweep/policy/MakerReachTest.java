package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.config.StrictYaml;
import org.camsweep.fingerprint.Maker;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a rule reaches a maker: by its home, by the law of its home, by name, by its owners. */
class MakerReachTest {
  private static final String ENTITIES =
      """
      entities:
        - { id: seen, name: Seen Co, country: CN, prcLaw: subject, builds: own, verified: true, source: s }
        - { id: half, name: Half Co, country: CN, prcLaw: subject, builds: own, verified: partial, source: s }
        - { id: view, name: View Co, country: SE, prcLaw: legal-view-needed, note: held from there, builds: own, verified: true, source: s }
        - { id: viewcn, name: Viewcn Co, country: CN, prcLaw: legal-view-needed, builds: own, verified: true, source: s }
        - { id: free, name: Free Co, country: SE, prcLaw: not-subject, builds: own, verified: true, source: s }
        - { id: guess, name: Guess Co, country: SE, prcLaw: not-subject, builds: own, verified: false, source: s }
        - id: sub
          name: Sub Co
          country: SE
          prcLaw: not-subject
          builds: own
          owners: [ { entity: mid, from: 2020, verified: true } ]
          verified: true
          source: s
        - id: mid
          name: Mid Co
          country: SE
          prcLaw: not-subject
          builds: own
          owners: [ { entity: seen, relation: affiliate, verified: true } ]
          verified: true
          source: s
        - id: joint
          name: Joint Co
          country: SE
          prcLaw: not-subject
          builds: own
          owners: [ { entity: seen, relation: joint-venture, verified: true }, { name: A Fund, verified: true } ]
          verified: true
          source: s
        - id: stake
          name: Stake Co
          country: SE
          prcLaw: not-subject
          builds: own
          owners: [ { entity: seen, relation: minority-stake, verified: false } ]
          verified: true
          source: s
        - id: sold
          name: Sold Co
          country: SE
          prcLaw: not-subject
          builds: own
          owners: [ { entity: seen, from: 2018, to: 2022-11, verified: true } ]
          verified: true
          source: s
        - id: soon
          name: Soon Co
          country: SE
          prcLaw: not-subject
          builds: own
          owners: [ { entity: seen, from: 2027, verified: true } ]
          verified: true
          source: s
        - id: ring
          name: Ring Co
          country: SE
          prcLaw: not-subject
          builds: own
          owners: [ { entity: rang, verified: true } ]
          verified: true
          source: s
        - id: rang
          name: Rang Co
          country: SE
          prcLaw: not-subject
          builds: own
          owners: [ { entity: ring, verified: true }, { entity: seen, verified: true } ]
          verified: true
          source: s
        - id: both
          name: Both Co
          country: SE
          prcLaw: not-subject
          builds: own
          owners: [ { entity: seen, relation: minority-stake, verified: true }, { entity: seen, verified: true } ]
          verified: true
          source: s
        - id: either
          name: Either Co
          country: SE
          prcLaw: not-subject
          builds: own
          owners: [ { entity: mid, verified: true }, { entity: stake, verified: true } ]
          verified: true
          source: s
      """;
  private static final String LAW = "{ prcLaw: true }";
  private static final String HOME = "{ countries: [CN] }";
  private static final String NAMED =
      "{ names: [ { entity: seen, verified: true, entry: 'line 7' } ], affiliates: true }";

  private static Reach of(String test, Maker maker) throws ConfigException {
    LimbTest limb =
        LimbTestReader.read(StrictYaml.read("x.yaml", test.getBytes(StandardCharsets.UTF_8)));
    Entities entities = EntityReader.read(List.of(Given.file("e.yaml", ENTITIES)));
    return new MakerReach(entities).of(limb, maker, LocalDate.of(2026, 11, 29));
  }

  private static String test(String word) {
    return switch (word) {
      case "law" -> LAW;
      case "home" -> HOME;
      case "named" -> NAMED;
      case "alone" -> NAMED.replace(", affiliates: true", "");
      case "once" -> NAMED.replace("verified: true", "from: 2010, to: 2020, verified: true");
      case "soon" -> NAMED.replace("verified: true", "from: 2027, verified: true");
      case "heard" -> NAMED.replace("verified: true, entry: 'line 7'", "verified: false");
      case "makers" -> "{ makers: [seen] }";
      default -> throw new IllegalArgumentException(word);
    };
  }

  @ParameterizedTest(name = "{0} {1} -> {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "law | seen | MET | Seen Co has its head office in CN, so it is taken as subject",
        "law | half | MIGHT | Half Co has its head office in CN according to data that are not fully",
        "law | view | MIGHT | View Co has its head office in SE; whether the PRC National",
        "law | free | NOT | Free Co has its head office in SE, and nothing known",
        "law | guess | UNKNOWN | Guess Co has its head office in SE according to data that are not",
        "law | CN | MIGHT | stranger is placed in CN by the maker's file alone",
        "law | SE | UNKNOWN | stranger is placed in SE by the maker's file alone",
        "law | ? | UNKNOWN | the home of Stranger is not known",
        "home | seen | MET | Seen Co has its head office in CN",
        "home | half | MIGHT | Half Co has its head office in CN; this is not fully verified",
        "home | viewcn | MIGHT | Viewcn Co has its head office in CN; this is not fully verified",
        "home | view | MIGHT | View Co has its head office in SE; control from the PRC",
        "home | free | NOT | Free Co has its head office in SE",
        "home | guess | UNKNOWN | Guess Co has its head office in SE according to data",
        "home | CN | MIGHT | stranger is placed in CN by the maker's file alone",
        "home | SE | UNKNOWN | stranger is placed in SE by the maker's file alone",
        "named | seen | MET | seen is named (line 7)",
        "heard | seen | MIGHT | seen is named according to data that are not verified",
        "once | seen | NOT | seen is not named, and no named company",
        "soon | seen | NOT | seen is not named, and no named company",
        "named | free | NOT | free is not named, and no named company is known to own it",
        "named | guess | UNKNOWN | who owns guess is not verified",
        "named | SE | UNKNOWN | who owns stranger is not verified",
        "named | child | MIGHT | the maker's file names seen as owner of Child",
        "makers | SE | NOT | stranger is not named, and no named company",
        "makers | seen | MET | seen is named (named by the owner)",
        "named | mid | MET | Mid Co is affiliated with seen, which the rule names together",
        "named | sub | MET | Sub Co is owned by mid from 2020-01-01, and Mid Co is affiliated with seen",
        "alone | mid | MIGHT | Mid Co is affiliated with seen, which the rule names; it does not speak",
        "heard | mid | MIGHT | Mid Co is affiliated with seen, which the rule names; the ownership",
        "named | joint | MIGHT | Joint Co is a joint venture with seen, which the rule names; the ownership",
        "named | stake | MIGHT | Stake Co is partly owned by seen (not verified), which the rule names; the",
        "named | sold | MIGHT | Sold Co was owned by seen from 2018-01-01 until 2022-11-30, which the rule names",
        "named | soon | NOT | soon is not named, and no named company is known to own it",
        "once | mid | NOT | mid is not named, and no named company is known to own it",
        "named | both | MET | Both Co is owned by seen, which the rule names together",
        "named | either | MET | Either Co is owned by mid, and Mid Co is affiliated with seen",
        "named | ring | MET | Ring Co is owned by rang, and Rang Co is owned by seen, which the rule names",
      })
  void reaches(String test, String maker, Reach.State state, String because)
      throws ConfigException {
    Reach reach = of(test(test), maker(maker));
    assertThat(reach.because()).startsWith(because);
    assertThat(reach.state()).isEqualTo(state);
    boolean open = state == Reach.State.MIGHT || state == Reach.State.UNKNOWN;
    assertThat(reach.settle().isPresent()).isEqualTo(open);
  }

  private static Maker maker(String word) {
    return switch (word) {
      case "CN", "SE" -> Given.makerIn("stranger", word);
      case "?" -> Given.maker("stranger", "Stranger");
      case "child" ->
          new Maker(
              "child",
              "Child",
              List.of(),
              Optional.empty(),
              false,
              Optional.empty(),
              Optional.of("seen"),
              List.of(),
              true,
              List.of());
      default -> Given.maker(word, word);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "law | view | a legal view on View Co (held from there)",
        "law | viewcn | a legal view on Viewcn Co",
        "home | view | a legal view on View Co",
        "named | sold | when the device was made or bought: before or after the change of owner",
        "named | stake | proof of who owned the maker on the day that counts",
      })
  void whatWouldSettleIt(String test, String maker, String settle) throws ConfigException {
    assertThat(of(test(test), maker(maker)).settle()).contains(settle);
  }

  @ParameterizedTest
  @CsvSource({"5, MET", "6, NOT"})
  void ownersAreFollowedSixStepsUp(int between, Reach.State state) throws ConfigException {
    StringBuilder text = new StringBuilder("entities:\n");
    for (int i = 0; i <= between; i++) {
      text.append(
          """
            - { id: c%d, name: C%d, country: SE, prcLaw: not-subject, builds: own, verified: true, source: s, owners: [ { entity: c%d, verified: true } ] }
          """
              .formatted(i, i, i + 1));
    }
    text.append(
        """
          - { id: c%d, name: Top, country: CN, prcLaw: subject, builds: own, verified: true, source: s }
        """
            .formatted(between + 1));
    LimbTest limb =
        LimbTestReader.read(
            StrictYaml.read(
                "x.yaml",
                "{ names: [ { entity: c%d, verified: true } ], affiliates: true }"
                    .formatted(between + 1)
                    .getBytes(StandardCharsets.UTF_8)));
    Entities entities = EntityReader.read(List.of(Given.file("e.yaml", text.toString())));
    assertThat(
            new MakerReach(entities)
                .of(limb, Given.maker("c0", "c0"), LocalDate.of(2026, 1, 1))
                .state())
        .isEqualTo(state);
  }
}

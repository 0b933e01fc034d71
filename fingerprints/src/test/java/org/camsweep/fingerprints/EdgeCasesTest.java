package org.camsweep.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Level;
import org.camsweep.policy.CoverageGaps;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Given;
import org.camsweep.policy.Inventory;
import org.camsweep.policy.InventoryReader;
import org.camsweep.policy.Policy;
import org.camsweep.policy.RegimeReader;
import org.camsweep.policy.Regimes;
import org.camsweep.policy.Verdict;
import org.camsweep.site.Network;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Cases that inspections met, each with the verdict that can be defended. */
class EdgeCasesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
  private static final String UK = "uk-wms-2022-11-24";
  private static final String PART_B = "us-889-a1B";
  private static final Maker HIKVISION = Given.maker("hikvision", "Hikvision");
  private static final Maker DAHUA = Given.maker("dahua", "Dahua");
  private static final Maker TVT = Given.maker("tvt", "TVT");
  private static final Maker UNIVIEW = Given.maker("uniview", "Uniview");

  private static List<Finding> judge(Given.Box box, Network network) throws ConfigException {
    return judge(box, network, Inventory.NONE);
  }

  private static List<Finding> judge(Given.Box box, Network network, Inventory inventory)
      throws ConfigException {
    return ShippedPolicy.asOf(DAY, inventory).judge(List.of(box.judged()), List.of(network));
  }

  private static Finding one(List<Finding> findings, String regime) {
    return findings.stream()
        .filter(f -> f.regime().equals(regime))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no finding under " + regime + " in " + findings));
  }

  private static void expect(Given.Box box, Network network, String regime, Verdict verdict)
      throws ConfigException {
    assertThat(one(judge(box, network), regime).verdict()).isEqualTo(verdict);
  }

  private static Given.Box camera(Maker maker) {
    return Given.camera().by(Level.CONFIRMED, maker).platform();
  }

  @Test
  @DisplayName("Rebadged Hikvision (LTS, Annke, ArcDYN) on a UK sensitive network")
  void rebadgedRestricted() throws ConfigException {
    for (String badge : List.of("LTS", "Annke", "ArcDYN")) {
      Finding finding = one(judge(camera(HIKVISION).badge(badge), Given.sensitive()), UK);
      assertThat(finding.verdict()).isEqualTo(Verdict.RESTRICTED);
      assertThat(finding.because()).contains("'" + badge + "'", "its maker is Hikvision");
    }
  }

  @Test
  @DisplayName("LTS recorder of 2012-13 with TVT board")
  void ltsRecorderWithTvtBoard() throws ConfigException {
    Given.Box box = Given.of(DeviceKind.RECORDER).by(Level.CONFIRMED, TVT).platform().badge("LTS");
    expect(box, Given.sensitive(), UK, Verdict.RESTRICTED);
    expect(box, Given.sensitive(), PART_B, Verdict.CLEAR);
  }

  @Test
  @DisplayName("Honeywell Performance bought before April 2022")
  void honeywellPerformance() throws ConfigException {
    Given.Box brandOnly =
        Given.camera()
            .by(Level.POSSIBLE, DAHUA)
            .or(Given.maker("honeywell", "Honeywell"))
            .badge("Honeywell");
    expect(brandOnly, Given.sensitive(), UK, Verdict.REVIEW);
    expect(camera(DAHUA).badge("Honeywell"), Given.sensitive(), UK, Verdict.RESTRICTED);
  }

  @Test
  @DisplayName("Newer Honeywell NVR with its own disk format")
  void honeywellOwnFormat() throws ConfigException {
    Given.Box box =
        Given.of(DeviceKind.RECORDER)
            .by(Level.CONFIRMED, Given.maker("honeywell", "Honeywell"))
            .platform();
    expect(box, Given.sensitive(), UK, Verdict.REVIEW);
  }

  @Test
  @DisplayName("Bosch DIVAR AN recorder")
  void boschDivar() throws ConfigException {
    Given.Box recorder =
        Given.of(DeviceKind.RECORDER).by(Level.CONFIRMED, DAHUA).badge("Bosch").model("DIVAR AN");
    expect(recorder, Given.sensitive(), UK, Verdict.RESTRICTED);
    Finding us = one(judge(recorder, Given.sensitive()), PART_B);
    assertThat(us.verdict()).isEqualTo(Verdict.RESTRICTED);
    assertThat(us.citation()).startsWith("s.889(f)(3)(B)");
    expect(camera(Given.maker("bosch", "Bosch")).platform(), Given.sensitive(), UK, Verdict.CLEAR);
  }

  @Test
  @DisplayName("CP Plus")
  void cpPlus() throws ConfigException {
    Given.Box brandOnly = Given.camera().by(Level.POSSIBLE, DAHUA).or(TVT).badge("CP PLUS");
    expect(brandOnly, Given.sensitive(), UK, Verdict.REVIEW);
    expect(
        Given.camera().by(Level.LIKELY, Given.maker("cpplus", "CP PLUS")),
        Given.sensitive(),
        UK,
        Verdict.REVIEW);
  }

  @Test
  @DisplayName("Prama recorder, same model, two firmware versions")
  void prama() throws ConfigException {
    for (String path : List.of("/pramaAPI/", "/ISAPI/")) {
      Given.Box box =
          Given.of(DeviceKind.RECORDER)
              .by(Level.CONFIRMED, HIKVISION)
              .badge("Prama")
              .says("http.path", path);
      expect(box, Given.sensitive(), UK, Verdict.RESTRICTED);
    }
  }

  @Test
  @DisplayName("Lorex, Swann")
  void lorexAndSwann() throws ConfigException {
    Finding lorex = one(judge(camera(DAHUA).badge("Lorex"), Given.sensitive()), UK);
    assertThat(lorex.verdict()).isEqualTo(Verdict.RESTRICTED);
    assertThat(lorex.because())
        .contains("dahua from 2018-01-01 until 2022-11-30", "skywatch from 2022-11-01");
    Finding swann = one(judge(Given.camera().badge("Swann"), Given.sensitive()), UK);
    assertThat(swann.verdict()).isEqualTo(Verdict.REVIEW);
    assertThat(swann.because()).contains("owners: infinova");
  }

  @Test
  @DisplayName("Milesight or Uniview sold as \"NDAA compliant\"")
  void soldAsCompliant() throws ConfigException {
    for (Maker maker : List.of(UNIVIEW, Given.maker("milesight", "Milesight"))) {
      Given.Box box = camera(maker).says("http.title", "NDAA compliant");
      expect(box, Given.sensitive(), UK, Verdict.RESTRICTED);
      expect(box, Given.sensitive(), PART_B, Verdict.CLEAR);
    }
  }

  @Test
  @DisplayName("Hikvision in a private house on the same LAN range")
  void privateHouse() throws ConfigException {
    assertThat(judge(camera(HIKVISION).outside(), Given.sensitive()))
        .singleElement()
        .satisfies(f -> assertThat(f.verdict()).isEqualTo(Verdict.NOT_ASSESSED));
  }

  @Test
  @DisplayName("Landlord-controlled cameras on the site")
  void landlord() throws ConfigException {
    Network network = Given.network("lan", true, false, Optional.of("landlord"));
    assertThat(one(judge(camera(HIKVISION), network), UK).because())
        .contains("Control of the network: landlord.");
  }

  @Test
  @DisplayName("Analogue cameras behind a PRC recorder")
  void analogueBehindRecorder() throws ConfigException {
    Given.Box box = Given.of(DeviceKind.RECORDER).by(Level.CONFIRMED, TVT);
    assertThat(one(judge(box, Given.sensitive()), UK).because())
        .contains("Analogue cameras behind a recorder are invisible to a scan.");
  }

  @Test
  @DisplayName("Non-PRC camera with HiSilicon SoC")
  void componentIsAQuestionOfItsOwn() throws ConfigException {
    Given.Box box =
        camera(Given.maker("vivotek", "VIVOTEK"))
            .platform()
            .says("telnet.greeting", "Hi3516 login:");
    List<Finding> findings = judge(box, Given.sensitive());
    assertThat(one(findings, UK).verdict()).isEqualTo(Verdict.CLEAR);
    assertThat(one(findings, PART_B).verdict()).isEqualTo(Verdict.CLEAR);
    Finding component = one(findings, "us-889-component-hisilicon");
    assertThat(component.limb()).isEqualTo("component");
    assertThat(component.verdict()).isEqualTo(Verdict.REVIEW);
  }

  @Test
  @DisplayName("Same model name on different SoCs")
  void noComponentFromAModelName() throws ConfigException {
    assertThat(judge(camera(HIKVISION).model("DS-2CD2143G0"), Given.sensitive()))
        .noneMatch(f -> f.limb().equals("component"));
  }

  @Test
  @DisplayName("Swann unit")
  void swannBrandAlone() throws ConfigException {
    Given.Box box =
        Given.camera()
            .by(Level.POSSIBLE, Given.maker("raysharp", "RaySharp"))
            .or(Given.maker("reolink", "Reolink"), HIKVISION)
            .badge("Swann");
    expect(box, Given.sensitive(), UK, Verdict.REVIEW);
    expect(box, Given.sensitive(), PART_B, Verdict.REVIEW);
  }

  @Test
  @DisplayName("ADT recorder with IDIS prefix; ADT Pulse camera from Sercomm")
  void adtNeedsThePlatformReply() throws ConfigException {
    for (Maker maker : List.of(Given.maker("idis", "IDIS"), Given.maker("sercomm", "Sercomm"))) {
      Given.Box prefixOnly = Given.camera().by(Level.POSSIBLE, maker).badge("ADT");
      expect(prefixOnly, Given.sensitive(), UK, Verdict.REVIEW);
      expect(camera(maker).badge("ADT").platform(), Given.sensitive(), UK, Verdict.CLEAR);
    }
  }

  @Test
  @DisplayName("Geutebrueck G-Cam, Ganz on UDP firmware")
  void koreanMakerUnderOtherLabels() throws ConfigException {
    Maker udp = Given.maker("udp", "UDP");
    for (String badge : List.of("Geutebrueck", "Ganz")) {
      expect(camera(udp).badge(badge).platform(), Given.sensitive(), UK, Verdict.CLEAR);
      expect(
          Given.camera().by(Level.POSSIBLE, udp).badge(badge),
          Given.sensitive(),
          UK,
          Verdict.REVIEW);
    }
  }

  @Test
  @DisplayName("Camera with the 2017 'nsd' service under Stanley, Honeywell or another badge")
  void platformKnownMakerUnknown() throws ConfigException {
    for (String badge : List.of("Stanley", "Honeywell")) {
      Given.Box box = Given.camera().badge(badge).says("tcp.banner", "nsd");
      expect(box, Given.sensitive(), UK, Verdict.REVIEW);
      expect(box, Given.sensitive(), PART_B, Verdict.REVIEW);
    }
  }

  @Test
  @DisplayName("Quebec public body, Dahua unit")
  void quebec() throws ConfigException {
    Network network = Given.plain("ca-qc-2023");
    Given.Box box = camera(DAHUA).serial("Q1");
    expect(box, network, "ca-qc-2023", Verdict.REVIEW);
    for (String row : List.of("2023-12-22 RESTRICTED", "2023-12-21 REVIEW")) {
      Inventory inventory =
          InventoryReader.read(
              Given.file("i.csv", "serial,acquired\nQ1," + row.substring(0, 10) + "\n"));
      Finding finding = one(judge(box, network, inventory), "ca-qc-2023");
      assertThat(finding.verdict()).isEqualTo(Verdict.valueOf(row.substring(11)));
      if (finding.verdict() == Verdict.REVIEW) {
        assertThat(finding.settle()).contains("the risk assessment for this unit");
      }
    }
  }

  @Test
  @DisplayName("DWP-style rule (place of manufacture)")
  void placeOfManufacture() throws ConfigException {
    Finding finding =
        one(
            judge(camera(HIKVISION), Given.sensitive("uk-local-and-other-public")),
            "uk-local-and-other-public");
    assertThat(finding.verdict()).isEqualTo(Verdict.NOT_ASSESSED);
    assertThat(finding.because()).contains("place-of-manufacture test");
  }

  @Test
  @DisplayName("PRC factory, non-PRC maker (contract assembly)")
  void contractAssembly() throws ConfigException {
    expect(
        camera(Given.maker("axis", "Axis")).says("http.body", "Made in China"),
        Given.sensitive(),
        UK,
        Verdict.CLEAR);
    expect(
        Given.camera().says("http.body", "Made in China"), Given.sensitive(), UK, Verdict.REVIEW);
  }

  @Test
  @DisplayName("Foreign subsidiary or joint venture of a PRC group (Pyronix, Prama)")
  void foreignSubsidiary() throws ConfigException {
    for (String id : List.of("pyronix", "prama")) {
      Finding finding = one(judge(camera(Given.maker(id, id)), Given.sensitive()), UK);
      assertThat(finding.verdict()).isEqualTo(Verdict.REVIEW);
      assertThat(finding.settle().orElseThrow()).startsWith("a legal view on ");
      expect(camera(Given.maker(id, id)), Given.sensitive(), PART_B, Verdict.REVIEW);
    }
  }

  @Test
  @DisplayName("Hong Kong headquarters")
  void hongKong() throws ConfigException {
    Finding finding = one(judge(camera(Given.maker("annke", "Annke")), Given.sensitive()), UK);
    assertThat(finding.verdict()).isEqualTo(Verdict.REVIEW);
    assertThat(finding.settle().orElseThrow()).startsWith("a legal view on ");
  }

  @Test
  @DisplayName("Russian brands (RVi, TRASSIR)")
  void russianBrands() throws ConfigException {
    for (String id : List.of("rvi", "trassir")) {
      assertThat(judge(camera(Given.maker(id, id)).platform(), Given.sensitive()))
          .noneMatch(f -> f.verdict() == Verdict.RESTRICTED)
          .noneMatch(f -> f.because().contains("so it is taken as subject"));
    }
  }

  @Test
  @DisplayName("Device unreachable or protocol closed")
  void unreachable() {
    CoverageGaps.Count count = new CoverageGaps.Count("lan", 2, 9, 0, List.of());
    assertThat(CoverageGaps.findings(List.of(count), List.of(Given.sensitive())))
        .extracting(f -> f.limb() + " " + f.verdict())
        .containsExactly("not-understood REVIEW", "silent NOT_ASSESSED");
  }

  @Test
  @DisplayName("Withdrawn lists (Ukraine 2023-24; US 1260H notice pulled in Feb 2026)")
  void withdrawnLists() throws ConfigException {
    Regimes all =
        RegimeReader.read(ShippedPolicy.files("regimes"), "test", ShippedPolicy.entities(), true);
    assertThat(all.find("ua-nacp")).isEmpty();
    Finding finding =
        one(
            new Policy(all, ShippedPolicy.entities(), DAY)
                .judge(List.of(), List.of(Given.plain("ua-nacp"))),
            "ua-nacp");
    assertThat(finding.limb()).isEqualTo("not-loaded");
    assertThat(all.find("us-1260h").orElseThrow().limbs().get(0).test().names())
        .noneMatch(n -> n.entity().equals("tplink"));
  }

  @Test
  @DisplayName("Audio capability and remote access do not change a verdict")
  void audioAndRemoteAccess() throws ConfigException {
    Given.Box quiet = camera(HIKVISION);
    List<Finding> before = judge(quiet, Given.sensitive());
    quiet.says("sdp.media", "audio 0 RTP/AVP 8").says("sadp.cloud", "on");
    assertThat(judge(quiet, Given.sensitive())).isEqualTo(before);
  }
}

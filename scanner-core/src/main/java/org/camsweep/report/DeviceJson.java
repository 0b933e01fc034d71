package org.camsweep.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camsweep.config.YamlValue;
import org.camsweep.device.Device;
import org.camsweep.device.Join;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Evidence;
import org.camsweep.identify.Identification;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Observation;
import org.camsweep.policy.Finding;
import org.camsweep.site.Address;
import org.camsweep.site.AddressText;

/** The JSON form of one device of the report. */
final class DeviceJson {
  private DeviceJson() {}

  static ObjectNode of(Report.Entry entry) {
    Device device = entry.device();
    Identification believed = entry.identification();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", device.id().text());
    ArrayNode addresses = json.putArray("addresses");
    for (Address address : device.addresses()) {
      addresses.add(AddressText.of(address));
    }
    device.mac().ifPresent(mac -> json.put("mac", mac.text()));
    device.macSource().ifPresent(source -> json.put("macSource", source));
    ArrayNode hardware = json.putArray("hardwareAddresses");
    entry.hardwareAddresses().forEach(address -> hardware.add(HardwareAddressJson.of(address)));
    device.network().ifPresent(network -> json.put("network", network));
    json.put("kind", believed.kind().reportWord());
    json.put("kindDetail", YamlValue.word(believed.kind()));
    believed.brand().ifPresent(brand -> json.put("brand", brand));
    believed.maker().ifPresent(maker -> json.set("maker", of(maker)));
    believed.model().ifPresent(model -> json.put("model", model));
    believed.serial().ifPresent(serial -> json.put("serial", serial));
    believed.firmware().ifPresent(firmware -> json.put("firmware", firmware));
    json.put("level", YamlValue.word(believed.level()));
    json.put("relabelled", believed.relabelled());
    ArrayNode candidates = json.putArray("candidates");
    believed.candidates().forEach(maker -> candidates.add(of(maker)));
    json.put("rule", believed.rule());
    believed.settle().ifPresent(settle -> json.put("settle", settle));
    ArrayNode evidence = json.putArray("evidence");
    believed.evidence().forEach(one -> evidence.add(of(one, "for")));
    believed.contrary().forEach(one -> evidence.add(of(one, "against")));
    ArrayNode exposures = json.putArray("exposures");
    entry.exposures().forEach(exposure -> exposures.add(ExposureJson.of(exposure)));
    ArrayNode joins = json.putArray("joins");
    for (Join join : device.joins()) {
      joins.addObject().put("reason", join.reason()).put("value", join.value());
    }
    entry.interview().ifPresent(i -> json.set("interview", InterviewJson.of(i)));
    if (!entry.remarks().isEmpty()) {
      ReportJson.texts(json.putArray("remarks"), entry.remarks());
    }
    ObjectNode exchanges = json.putObject("exchanges");
    entry.exchanges().forEach(exchanges::put);
    entry.asked().ifPresent(asked -> json.set("asked", of(asked)));
    ArrayNode answers = json.putArray("answers");
    entry.answers().forEach(answer -> answers.add(of(answer)));
    ArrayNode findings = json.putArray("findings");
    for (Finding finding : entry.findings()) {
      findings.add(ReportJson.of(finding));
    }
    return json;
  }

  private static ObjectNode of(Asked asked) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode questions = json.putObject("questions");
    asked.questions().forEach(questions::put);
    json.put("packets", asked.packets());
    return json;
  }

  private static ObjectNode of(Maker maker) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", maker.id());
    json.put("name", maker.name());
    maker.country().ifPresent(country -> json.put("jurisdiction", country));
    json.put("jurisdictionVerified", maker.countryVerified());
    maker.countrySource().ifPresent(source -> json.put("jurisdictionSource", source));
    maker.parent().ifPresent(parent -> json.put("parent", parent));
    ReportJson.texts(json.putArray("tradeNames"), maker.tradeNames());
    json.put("buildsHardware", maker.buildsHardware());
    return json;
  }

  private static ObjectNode of(Evidence evidence, String side) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("signature", evidence.signature());
    json.put("field", evidence.field());
    json.put("value", evidence.value());
    json.put("kind", YamlValue.word(evidence.kind()));
    json.put("observation", evidence.observation());
    json.put("side", side);
    evidence.maker().ifPresent(maker -> json.put("maker", maker));
    evidence.brand().ifPresent(brand -> json.put("brand", brand));
    json.put("verified", evidence.verified());
    return json;
  }

  private static ObjectNode of(Observation answer) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", answer.id());
    json.put("address", AddressText.of(answer.address()));
    json.put("probe", answer.probe().name());
    json.put("transport", answer.endpoint().transport());
    json.put("port", answer.endpoint().port());
    answer.via().ifPresent(via -> json.put("via", via));
    json.put("at", answer.at().toString());
    json.put("outcome", YamlValue.word(answer.outcome()));
    answer.rawSha256().ifPresent(hash -> json.put("rawSha256", hash));
    return json;
  }
}

package org.camsweep.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.config.StrictYaml;
import org.camsweep.config.YamlMap;
import org.camsweep.config.YamlValue;
import org.camsweep.demo.DemoDevice.Manner;
import org.camsweep.demo.DemoDevice.Names;
import org.camsweep.demo.DemoDevice.Page;
import org.camsweep.demo.DemoDevice.Reply;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;

/**
 * Reads the devices of the site. Two files: {@code voices.yaml} holds what firmware families say
 * ({@code texts}, {@code heads}, {@code pages}, {@code streams}), {@code devices.yaml} which device
 * says what.
 */
final class DeviceFile {
  private static final Set<String> DEVICE =
      Set.of(
          "id",
          "address",
          "about",
          "manner",
          "words",
          "wsd",
          "sadp",
          "dhip",
          "http",
          "https",
          "certificate",
          "rtsp");

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, List<String>> heads = new HashMap<>();
  private final Map<String, List<Page>> pages = new HashMap<>();
  private final Map<String, Map<String, Reply>> streams = new HashMap<>();

  private DeviceFile() {}

  static List<DemoDevice> read(byte[] voices, byte[] devices) throws ConfigException {
    DeviceFile file = new DeviceFile();
    file.voices(StrictYaml.read("voices.yaml", voices));
    List<DemoDevice> all = new ArrayList<>();
    YamlMap top = StrictYaml.read("devices.yaml", devices).map(Set.of("version", "devices"));
    for (YamlValue device : top.need("devices").list()) {
      all.add(file.device(device.map(DEVICE)));
    }
    return List.copyOf(all);
  }

  private void voices(YamlValue document) throws ConfigException {
    YamlMap top = document.map(Set.of("version", "texts", "heads", "pages", "streams"));
    YamlMap named = top.need("texts").anyMap();
    for (String name : named.keys()) {
      texts.put(name, named.need(name).text());
    }
    YamlMap lines = top.need("heads").anyMap();
    for (String name : lines.keys()) {
      heads.put(name, lines.texts(name));
    }
    pages(top);
    streams(top);
  }

  private void pages(YamlMap top) throws ConfigException {
    YamlMap sites = top.need("pages").anyMap();
    for (String name : sites.keys()) {
      List<Page> list = new ArrayList<>();
      for (YamlValue page : sites.list(name)) {
        YamlMap map = page.map(Set.of("path", "when", "head", "body"));
        list.add(new Page(map.need("path").text(), map.text("when").orElse(""), reply(map)));
      }
      pages.put(name, List.copyOf(list));
    }
  }

  private void streams(YamlMap top) throws ConfigException {
    YamlMap spoken = top.need("streams").anyMap();
    for (String name : spoken.keys()) {
      Map<String, Reply> byMethod = new LinkedHashMap<>();
      YamlMap methods = spoken.need(name).anyMap();
      for (String method : methods.keys()) {
        byMethod.put(method, reply(methods.need(method).map(Set.of("head", "body"))));
      }
      streams.put(name, byMethod);
    }
  }

  private Reply reply(YamlMap map) throws ConfigException {
    return new Reply(named(map, "head", heads).orElse(List.of()), text(map, "body").orElse(""));
  }

  private DemoDevice device(YamlMap map) throws ConfigException {
    Address address = Cidr.address(map.need("address").text());
    Map<String, String> words = new HashMap<>(Map.of("address", address.toString()));
    if (map.get("words").isPresent()) {
      YamlMap own = map.need("words").anyMap();
      for (String word : own.keys()) {
        words.put(word, own.need(word).text());
      }
    }
    return new DemoDevice(
        map.need("id").text(),
        address,
        map.need("about").text(),
        map.get("manner").isEmpty() ? Manner.SPEAKS : map.need("manner").oneOf(Manner.class),
        new Words(words),
        text(map, "wsd"),
        text(map, "sadp"),
        text(map, "dhip"),
        named(map, "http", pages).orElse(List.of()),
        named(map, "https", pages).orElse(List.of()),
        certificate(map),
        named(map, "rtsp", streams).orElse(Map.of()));
  }

  private static Optional<Names> certificate(YamlMap map) throws ConfigException {
    if (map.get("certificate").isEmpty()) {
      return Optional.empty();
    }
    YamlMap names = map.need("certificate").map(Set.of("subject", "issuer"));
    List<String> subject = names.texts("subject");
    List<String> issuer = names.texts("issuer");
    return Optional.of(new Names(subject, issuer.isEmpty() ? subject : issuer));
  }

  private Optional<String> text(YamlMap map, String key) throws ConfigException {
    return named(map, key, texts);
  }

  private static <T> Optional<T> named(YamlMap map, String key, Map<String, T> all)
      throws ConfigException {
    Optional<String> name = map.text(key);
    if (name.isPresent() && !all.containsKey(name.get())) {
      throw map.keyWrong(key, "'" + name.get() + "' is in no voice", "add it to voices.yaml");
    }
    return name.map(all::get);
  }
}

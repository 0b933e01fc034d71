package org.camsweep.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camsweep.config.ConfigException;

/** Targets typed on the command line: blocks, addresses and ranges that form one network. */
public final class CommandLineTargets {
  /** The identifier of the network, and of its site. */
  public static final String ID = "targets";

  private static final String WHERE = "command line";

  private CommandLineTargets() {}

  /** The blocks of the words, none inside another. Names are refused, not looked up. */
  public static List<Cidr> blocks(List<String> words) throws ConfigException {
    List<Cidr> blocks = new ArrayList<>();
    for (String word : words) {
      try {
        List<Cidr> read = Blocks.parse(word);
        read.forEach(Blocks::refuseUnplaced);
        blocks.addAll(read);
      } catch (IllegalArgumentException e) {
        throw wrong(e);
      }
    }
    return Blocks.withoutNested(blocks);
  }

  /** The TCP ports of comma-separated words such as {@code 80,8080-8090,cameras}. */
  public static List<Integer> ports(List<String> words) throws ConfigException {
    try {
      return Ports.parse(words);
    } catch (IllegalArgumentException e) {
      throw wrong(e);
    }
  }

  /** The one site that holds the one network of the blocks. */
  public static Site site(
      List<Cidr> blocks,
      List<Cidr> exclusions,
      Optional<SensitiveReason> sensitive,
      boolean coreNetwork,
      List<Integer> ports,
      Pace pace) {
    Network network =
        new Network(
            ID,
            ID,
            blocks,
            exclusions,
            sensitive,
            coreNetwork,
            Optional.empty(),
            ports,
            pace,
            List.of());
    return new Site(ID, Optional.empty(), Optional.empty(), List.of(network));
  }

  private static ConfigException wrong(IllegalArgumentException e) {
    String[] parts = e.getMessage().split("; ", 2);
    return new ConfigException(WHERE, 0, parts[0], parts[parts.length - 1]);
  }
}

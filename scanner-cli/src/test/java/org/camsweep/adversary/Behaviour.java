package org.camsweep.adversary;

import java.util.List;

/**
 * One hostile device.
 *
 * @param name its name in the table
 * @param does what it does
 * @param tries the limit or rule that it tries
 * @param servers what it runs at its address
 */
record Behaviour(String name, String does, String tries, List<Server> servers) {
  Behaviour {
    servers = List.copyOf(servers);
  }

  static Behaviour of(String name, String does, String tries, Server... servers) {
    return new Behaviour(name, does, tries, List.of(servers));
  }
}

package org.camsweep.adversary;

import java.io.IOException;
import java.net.NetworkInterface;
import java.util.List;

/**
 * Runs hostile devices, the nth at the nth address. Arguments: {@code near}, {@code far} or {@code
 * falling}, the first three octets with a dot, the first number, the scanner's address, the
 * victim's address and hardware address.
 */
public final class Adversary {
  private Adversary() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    List<Behaviour> all =
        switch (args[0]) {
          case "near" -> Behaviours.near();
          case "falling" -> Behaviours.falling();
          default -> Behaviours.far();
        };
    int first = Integer.parseInt(args[2]);
    Calls calls = new Calls(NetworkInterface.getByName("eth0"), Place.parse(args[3]));
    for (int i = 0; i < all.size(); i++) {
      Place place = new Place(args[1] + (first + i), args[3], args[4], args[5], calls);
      for (Server server : all.get(i).servers()) {
        server.start(place);
      }
    }
    System.out.println("ready");
    System.out.flush();
    Thread.sleep(1_200_000); // it never outlives its test for long
  }
}

package org.camsweep.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.site.Address;

/**
 * One simulated device, as the data files describe it.
 *
 * @param id a word for it, unique in the site
 * @param about what it stands for, for people
 * @param words what its texts have in place of {@code ${…}}
 * @param wsd its WS-Discovery answer, if it gives one
 * @param sadp its answer on UDP 37020, if it gives one
 * @param dhip its answer on UDP 37810, if it gives one
 * @param http pages on the web port; none if the port is closed
 * @param https pages on the TLS port; none if the port is closed
 * @param certificate who its certificate names; present if there are https pages
 * @param rtsp answers on the stream port by method; none if the port is closed
 */
public record DemoDevice(
    String id,
    Address address,
    String about,
    Manner manner,
    Words words,
    Optional<String> wsd,
    Optional<String> sadp,
    Optional<String> dhip,
    List<Page> http,
    List<Page> https,
    Optional<Names> certificate,
    Map<String, Reply> rtsp) {

  /** How it behaves on the network. */
  public enum Manner {
    /** Answers as described. */
    SPEAKS,
    /** Takes connections and answers with bytes of no protocol. */
    GARBLES,
    /** Begins an answer and never comes to its end. */
    DRIPS,
    /** Drops what comes, as behind a firewall. */
    SILENT,
    /** Up, with every port closed. */
    CLOSED
  }

  /** An answer: the head's lines as sent, and a body; both with {@code ${…}} to fill. */
  record Reply(List<String> head, String body) {}

  /**
   * One page of a web server.
   *
   * @param path exact path without query, or {@code *} for every other
   * @param when a word that the request's body must contain; empty for any
   */
  record Page(String path, String when, Reply reply) {}

  /** A certificate's names, each attribute as {@code O=Acme}, in the order of the certificate. */
  record Names(List<String> subject, List<String> issuer) {}
}

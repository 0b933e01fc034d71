package org.camsweep.probe.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camsweep.observe.Field;
import org.camsweep.observe.Outcome;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.HttpBody;
import org.camsweep.probe.spi.MessageHead;
import org.camsweep.probe.spi.Step;

/**
 * A page's icon as two hashes that scanning communities list: MD5, and the signed 32-bit
 * MurmurHash3 of its Base64 text in lines of 76 characters. The picture itself is not kept.
 */
final class Icon {
  static final Field MMH3 = Field.of("http.favicon.mmh3");
  static final Field MD5 = Field.of("http.favicon.md5");
  private static final Field STATUS = Field.of("http.status");
  private static final Field PATH = Field.of("http.path");

  /** Marks the question for an icon. */
  static final String ACCEPT = "image/x-icon, image/*";

  private static final Pattern LINK = Pattern.compile("(?i)<link[^>]{0,400}>");
  private static final Pattern HREF =
      Pattern.compile("(?i)href\\s{0,4}=\\s{0,4}[\"']?([^\"'\\s>]{1,400})");

  private Icon() {}

  /** The address in the page's {@code <link rel=icon>}. */
  static Optional<String> link(String page) {
    Matcher links = LINK.matcher(page);
    while (links.find()) {
      String tag = links.group().toLowerCase(Locale.ROOT);
      Matcher href = HREF.matcher(links.group());
      if (tag.matches("(?s).*rel\\s*=\\s*[\"']?[a-z ]*icon.*") && href.find()) {
        return Optional.of(href.group(1));
      }
    }
    return Optional.empty();
  }

  /** Whether a path can only be an icon: never a camera's picture, never a program. */
  static boolean isIcon(String path) {
    return path.matches("(?i)/[a-z0-9_./-]{0,200}(\\.ico|icon[a-z0-9_-]{0,20}\\.(png|gif|svg))");
  }

  static Step read(Heard.Reply reply) {
    MessageHead head = MessageHead.parse(reply.bytes());
    Optional<String> status = head.status().filter(s -> MessageHead.starts(reply.bytes(), "HTTP/"));
    if (status.isEmpty()) {
      return Step.ended(reply.bytes().length == 0 ? Outcome.SILENT : Outcome.GARBLED);
    }
    FactSheet sheet = new FactSheet();
    reply.ask().ifPresent(a -> sheet.add(PATH, path(a)));
    sheet.add(STATUS, status);
    byte[] icon = HttpBody.bytes(head, sheet);
    String type = head.first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (status.get().equals("200")
        && icon.length > 0
        && !reply.cutShort()
        && !type.contains("html")) {
      sheet.add(MMH3, Integer.toString(textHash(icon)));
      sheet.add(MD5, md5(icon));
    }
    return sheet.step(reply, List.of());
  }

  private static String path(org.camsweep.probe.spi.Ask ask) {
    return ask.fold(d -> "", e -> "", h -> h.path());
  }

  static int textHash(byte[] icon) {
    String base64 = Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(icon) + "\n";
    return murmur3(base64.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  /** MurmurHash3 x86 32-bit with seed 0, as published by its author in the public domain. */
  static int murmur3(byte[] data) {
    int hash = 0;
    int whole = data.length & ~3;
    for (int i = 0; i < whole; i += 4) {
      int k =
          (data[i] & 0xff)
              | (data[i + 1] & 0xff) << 8
              | (data[i + 2] & 0xff) << 16
              | data[i + 3] << 24;
      hash = Integer.rotateLeft(hash ^ mixed(k), 13) * 5 + 0xe6546b64;
    }
    int tail = 0;
    for (int i = data.length - 1; i >= whole; i--) {
      tail = (tail << 8) | (data[i] & 0xff);
    }
    if (whole < data.length) {
      hash ^= mixed(tail);
    }
    hash ^= data.length;
    hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
    return hash ^ (hash >>> 16);
  }

  private static int mixed(int k) {
    return Integer.rotateLeft(k * 0xcc9e2d51, 15) * 0x1b873593;
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}

package org.camsweep.interview;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.cxf.configuration.security.AuthorizationPolicy;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.auth.DigestAuthSupplier;
import org.apache.cxf.transport.http.auth.HttpAuthSupplier;

/**
 * Answers a Digest challenge (RFC 7616) and no other: there is no Basic in it to fall back to.
 * Remembers what it said, so that a device which repeats it is not quoted.
 */
final class DigestLogin implements HttpAuthSupplier {
  private static final Pattern SAID = Pattern.compile("\\b(?:response|cnonce)=\"([^\"]+)\"");

  private final HttpAuthSupplier digest = new DigestAuthSupplier();
  private final List<String> said = new CopyOnWriteArrayList<>();

  /** Responses and client nonces since the last call. */
  List<String> said() {
    List<String> all = List.copyOf(said);
    said.clear();
    return all;
  }

  @Override
  public boolean requiresRequestCaching() {
    return true;
  }

  @Override
  public String getAuthorization(
      AuthorizationPolicy login, URI uri, Message message, String fullHeader) {
    String authorisation = digest.getAuthorization(login, uri, message, fullHeader);
    if (authorisation == null || !authorisation.startsWith("Digest ")) {
      return null; // CXF's word for: no log-in
    }
    Matcher matcher = SAID.matcher(authorisation);
    while (matcher.find()) {
      said.add(matcher.group(1));
    }
    return authorisation;
  }
}

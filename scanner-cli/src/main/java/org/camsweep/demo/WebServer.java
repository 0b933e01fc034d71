package org.camsweep.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.camsweep.demo.DemoDevice.Page;

/**
 * A device's web server: gives the page whose path and word fit, with the head as the data file has
 * it, and closes.
 */
record WebServer(List<Page> pages, Words words, Clock clock) implements Switchboard.Conversation {

  /** The same server inside TLS. */
  Switchboard.Conversation inside(SSLContext tls) {
    return client -> {
      try (SSLSocket secure =
          (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true)) {
        secure.setUseClientMode(false);
        hold(secure);
      }
    };
  }

  @Override
  public void hold(Socket client) throws IOException {
    Optional<Request> request = Request.read(new BufferedInputStream(client.getInputStream()));
    if (request.isPresent()) {
      OutputStream out = client.getOutputStream();
      out.write(answer(request.get()));
      out.flush();
    }
  }

  private byte[] answer(Request request) {
    Page page =
        pages.stream()
            .filter(p -> p.path().equals("*") || p.path().equals(request.path()))
            .filter(p -> request.body().contains(p.when()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("a site without a page for all else"));
    return Answers.bytes(page.reply(), words.and(Answers.time(clock)));
  }
}

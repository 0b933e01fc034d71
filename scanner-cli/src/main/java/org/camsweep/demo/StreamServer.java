package org.camsweep.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.demo.DemoDevice.Reply;

/** A device's RTSP server (RFC 2326): answers each method as the data file has it. */
record StreamServer(Map<String, Reply> methods, Words words) implements Switchboard.Conversation {
  private static final Reply UNKNOWN =
      new Reply(List.of("RTSP/1.0 405 Method Not Allowed", "CSeq: ${cseq}"), "");

  @Override
  public void hold(Socket client) throws IOException {
    InputStream in = new BufferedInputStream(client.getInputStream());
    OutputStream out = client.getOutputStream();
    for (Optional<Request> next = Request.read(in); next.isPresent(); next = Request.read(in)) {
      Request request = next.get();
      Words all = words.and(Map.of("cseq", request.header("cseq").orElse("0")));
      out.write(Answers.bytes(methods.getOrDefault(request.method(), UNKNOWN), all));
      out.flush();
    }
  }
}

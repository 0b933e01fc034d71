package org.camsweep.net.syslog;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Sends messages to a log host and returns when all are on their way. Blocks; bounded in time. */
public final class LogSender {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** A log host has nothing to say; what it says all the same is passed over. */
  private static final int MOST_ANSWER = 4_096;

  /** Between two datagrams: a receiver's buffer holds some hundred. */
  private static final Duration GAP = Duration.ofMillis(2);

  private final LogHost to;
  private final SSLSocketFactory tls;

  /**
   * @param tls whom to trust; see {@link LogTrust}
   */
  public LogSender(LogHost to, SSLSocketFactory tls) {
    this.to = to;
    this.tls = tls;
  }

  /**
   * Sends the messages.
   *
   * @throws IOException if the host cannot be reached, is not who it should be, or stops listening
   */
  public void send(List<String> messages) throws IOException {
    InetSocketAddress address = new InetSocketAddress(to.host(), to.port());
    if (address.isUnresolved()) {
      throw new IOException("the name is not known");
    }
    if (to.transport() == LogHost.Transport.UDP) {
      datagrams(address, messages);
      return;
    }
    try (Socket socket = new Socket()) {
      socket.connect(address, (int) PATIENCE.toMillis());
      socket.setSoTimeout((int) PATIENCE.toMillis());
      try (Watch watch = Watch.over(socket, PATIENCE)) {
        if (to.transport() == LogHost.Transport.TLS) {
          try (SSLSocket secured = secured(socket)) {
            stream(secured, messages, watch);
          }
        } else {
          stream(socket, messages, watch);
        }
      }
    }
  }

  /**
   * RFC 5425 section 5.2: the certificate is checked, and so is the name in it. Nothing older than
   * TLS 1.2 and no suite without forward secrecy and authenticated encryption (RFC 9325), whatever
   * the rest of the process may speak to old cameras.
   */
  private SSLSocket secured(Socket socket) throws IOException {
    SSLSocket secured = (SSLSocket) tls.createSocket(socket, to.host(), to.port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    parameters.setCipherSuites(
        Stream.of(parameters.getCipherSuites()).filter(LogSender::isSound).toArray(String[]::new));
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private static boolean isSound(String suite) {
    boolean sealed = suite.contains("_GCM_") || suite.contains("_CHACHA20_");
    return sealed && (suite.startsWith("TLS_ECDHE_") || !suite.contains("_WITH_"));
  }

  /** RFC 6587 section 3.4.1: each message behind its length in octets. */
  private static void stream(Socket socket, List<String> messages, Watch watch) throws IOException {
    OutputStream out = new BufferedOutputStream(socket.getOutputStream());
    for (String message : messages) {
      byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
      out.write((bytes.length + " ").getBytes(StandardCharsets.US_ASCII));
      out.write(bytes);
      watch.moved();
    }
    out.flush();
    socket.shutdownOutput();
    untilClosed(socket.getInputStream());
  }

  /** A receiver that has read all closes too; one that does not has had its time. */
  private static void untilClosed(InputStream in) throws IOException {
    try {
      in.readNBytes(MOST_ANSWER);
    } catch (SocketTimeoutException e) {
      return; // some receivers keep the connection
    }
  }

  private static void datagrams(InetSocketAddress address, List<String> messages)
      throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(address);
      for (String message : messages) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length));
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(GAP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}

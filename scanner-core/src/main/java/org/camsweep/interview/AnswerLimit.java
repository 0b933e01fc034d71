package org.camsweep.interview;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.cxf.interceptor.AttachmentInInterceptor;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/**
 * Bounds an answer before anything reads it: XML only (a multipart answer would be unpacked to
 * files), and at most {@value #MAX_BYTES} bytes. A recorder's profiles of 64 channels are half of
 * that.
 */
final class AnswerLimit extends AbstractPhaseInterceptor<Message> {
  static final int MAX_BYTES = 2 * 1024 * 1024;

  /** So much of an answer shows whether it is SOAP. */
  private static final int HEAD = 4_096;

  AnswerLimit() {
    super(Phase.RECEIVE);
    addBefore(AttachmentInInterceptor.class.getName());
  }

  @Override
  public void handleMessage(Message message) {
    String type = String.valueOf(message.get(Message.CONTENT_TYPE)).toLowerCase(Locale.ROOT);
    InputStream in = message.getContent(InputStream.class);
    boolean xml = !type.contains("multipart") && (type.contains("xml") || type.equals("null"));
    try {
      if (in == null || !xml) {
        throw new StatusException(status(message), in == null ? "" : head(in));
      }
      InputStream limited = new BufferedInputStream(new Limited(in), 2 * HEAD);
      limited.mark(HEAD);
      String head = head(limited);
      limited.reset();
      if (status(message) >= 400 && !head.contains("Envelope")) {
        throw new StatusException(status(message), head);
      }
      message.setContent(InputStream.class, limited);
    } catch (IOException e) {
      throw new Fault(e);
    }
  }

  private static int status(Message message) {
    return message.get(Message.RESPONSE_CODE) instanceof Integer status ? status : 0;
  }

  private static String head(InputStream in) throws IOException {
    return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
  }

  /** An answer that is no SOAP. Its words are the device's, and are looked at, never quoted. */
  static final class StatusException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String said;

    StatusException(int status, String said) {
      super("HTTP status " + status);
      this.status = status;
      this.said = said;
    }

    int status() {
      return status;
    }

    String said() {
      return said;
    }
  }

  private static final class Limited extends FilterInputStream {
    private long left = MAX_BYTES;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      take(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      take(Math.max(0, read));
      return read;
    }

    private void take(int bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new IOException("the answer is longer than " + MAX_BYTES + " bytes");
      }
    }
  }
}

package org.camsweep.interview;

import jakarta.xml.ws.WebServiceException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapFault;

/**
 * What it means that a call gave no answer. The words are a device's own, or fixed ones of ours; an
 * exception's message is never among them, as it may quote a request.
 *
 * @param why in plain words
 */
record Refusal(Interviewer.Ending ending, String why) {
  private static final int MAX_WORDS = 200;

  /** What CXF says when a log-in by HTTP Digest is answered with the challenge again. */
  private static final String SECOND_CHALLENGE = "Authorization loop detected";

  /** Words of a lock-out in faults as makers write them. */
  private static final Pattern LOCKED =
      Pattern.compile(
          "(?is).*(?:\\block(?:out)?\\b|(?<!b)(?<!un)locked|illegal.?login|too many).*");

  /** ONVIF Core, section on faults, and WS-Security's own fault codes. */
  private static final Pattern DENIED =
      Pattern.compile(
          "(?is).*(?:notauthori[sz]ed|not.?authori[sz]ed|unauthori[sz]ed|authenticat|authori[sz]ation"
              + "|failedauthentication|invalidsecurity|credential|password|securitytoken|forbidden"
              + "|wsse).*");

  static Refusal of(WebServiceException e) {
    if (e instanceof Conversation.StoppedException) {
      return new Refusal(Interviewer.Ending.FAILED, "the scan was stopped");
    }
    Throwable root = e;
    for (int depth = 0; root.getCause() != null && depth < 16; depth++) {
      root = root.getCause();
    }
    if (root instanceof SoapFault fault) {
      return ofFault(fault);
    }
    return ofTrouble(root);
  }

  private static Refusal ofFault(SoapFault fault) {
    StringBuilder codes = new StringBuilder();
    List<QName> subcodes = fault.getSubCodes() == null ? List.of() : fault.getSubCodes();
    subcodes.stream().limit(8).forEach(code -> codes.append(code.getLocalPart()).append(' '));
    String reason = String.valueOf(fault.getReason()).strip();
    String words = reason.length() > MAX_WORDS ? reason.substring(0, MAX_WORDS) : reason;
    String all = codes + reason;
    if (LOCKED.matcher(all).matches()) {
      return new Refusal(Interviewer.Ending.LOCKED_OUT, "the device says: " + words);
    }
    Interviewer.Ending ending =
        DENIED.matcher(all).matches() ? Interviewer.Ending.REFUSED : Interviewer.Ending.FAILED;
    return new Refusal(ending, "the device says: " + words);
  }

  /** 423 and 429 are a lock-out (RFC 4918, RFC 6585), and so is a body that speaks of one. */
  private static Refusal ofStatus(int status, String said) {
    String why = status == 0 ? "the answer was no SOAP" : "HTTP status " + status;
    boolean denied = status == 401 || status == 403;
    if (status == 423 || status == 429 || (denied && LOCKED.matcher(said).matches())) {
      return new Refusal(Interviewer.Ending.LOCKED_OUT, why);
    }
    return new Refusal(denied ? Interviewer.Ending.REFUSED : Interviewer.Ending.FAILED, why);
  }

  private static Refusal ofTrouble(Throwable root) {
    String why;
    if (String.valueOf(root.getMessage()).startsWith(SECOND_CHALLENGE)) {
      return ofStatus(401, "");
    }
    if (root instanceof AnswerLimit.StatusException answer) {
      return ofStatus(answer.status(), answer.said());
    }
    if (root instanceof ConnectException || root instanceof ClosedChannelException) {
      why = "no connection";
    } else if (root instanceof HttpTimeoutException
        || root instanceof java.net.SocketTimeoutException) {
      why = "no answer in time";
    } else if (root instanceof SSLException) {
      why = "TLS failed";
    } else if (root instanceof InterruptedException || Thread.currentThread().isInterrupted()) {
      why = "it took too long, or the scan was stopped";
    } else {
      why = "the answer was not understood (" + root.getClass().getSimpleName() + ")";
    }
    return new Refusal(Interviewer.Ending.FAILED, why);
  }

  /** Whether the device itself is no longer there to ask. */
  boolean isTrouble() {
    return ending == Interviewer.Ending.FAILED
        && !why.toLowerCase(Locale.ROOT).startsWith("the device says");
  }
}

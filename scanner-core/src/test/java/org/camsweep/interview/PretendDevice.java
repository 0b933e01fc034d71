package org.camsweep.interview;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camsweep.site.Cidr;

/** A device service that checks a log-in by the specifications' formulas, and can be nasty. */
public final class PretendDevice implements AutoCloseable {
  public static final Duration SKEW = Duration.ofHours(-7);
  static final String PATH = "/onvif/device_service";

  public static final String DENIED = "Sender not authorized";

  /** How it behaves beside its duty. */
  public enum Manner {
    PLAIN,
    /** Takes HTTP Digest and no token. */
    HTTP_DIGEST,
    /** Asks for HTTP Digest eight times, each time for another realm. */
    NEW_REALMS,
    /** Offers HTTP Basic and nothing else. */
    HTTP_BASIC,
    /** Repeats the request's header in its answers. */
    ECHO,
    /** Sends its answer byte by byte, for ever. */
    DRIP,
    /** Sends more than anybody can want. */
    FLOOD,
    /** Sends the client elsewhere by HTTP. */
    REDIRECT,
    /** States that its media service is at another address. */
    MEDIA_ELSEWHERE,
    /** Its media service is at another path, and nothing else answers there. */
    MEDIA_PATH
  }

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<String> authorisations = Collections.synchronizedList(new ArrayList<>());
  private final List<String> paths = Collections.synchronizedList(new ArrayList<>());
  private final Set<Integer> connections = Collections.synchronizedSet(new HashSet<>());
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final String host;
  private final Manner manner;
  private final String user;
  private final String password;
  private final String scheme;
  private volatile String refusal = DENIED;
  private volatile int refusalStatus = 400;
  private volatile int takes = Integer.MAX_VALUE;
  private volatile int channels = 2;

  public PretendDevice(String host, Manner manner, String user, String password)
      throws IOException {
    this(
        host,
        manner,
        user,
        password,
        HttpServer.create(new InetSocketAddress(Cidr.address(host).inet(), 0), 0));
  }

  /** The same that speaks TLS only, with this certificate. */
  public PretendDevice(
      String host, Manner manner, String user, String password, PretendCertificate certificate)
      throws IOException {
    this(host, manner, user, password, certificate.server(Cidr.address(host).inet()));
  }

  private PretendDevice(
      String host, Manner manner, String user, String password, HttpServer listening) {
    this.host = host;
    this.manner = manner;
    this.user = user;
    this.password = password;
    server = listening;
    scheme = listening instanceof HttpsServer ? "https" : "http";
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /** What it says to a wrong log-in. */
  public PretendDevice refusingWith(String words) {
    refusal = words;
    return this;
  }

  /** By which HTTP status. */
  PretendDevice withStatus(int status) {
    refusalStatus = status;
    return this;
  }

  /** Takes so many log-ins, and refuses those after. */
  PretendDevice taking(int logins) {
    takes = logins;
    return this;
  }

  public PretendDevice withChannels(int count) {
    channels = count;
    return this;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Requests that carried a log-in. */
  public List<String> logins() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      if (requests.get(i).contains("UsernameToken") || !authorisations.get(i).equals("null")) {
        all.add(requests.get(i) + authorisations.get(i));
      }
    }
    return all;
  }

  List<String> authorisations() {
    return List.copyOf(authorisations);
  }

  List<String> paths() {
    return List.copyOf(paths);
  }

  /** How many connections it ever had. */
  public int connections() {
    return connections.size();
  }

  /** How many requests it had at one time. */
  public int mostAtOnce() {
    return most.get();
  }

  private void serve(HttpExchange exchange) throws IOException {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    try (exchange) {
      connections.add(exchange.getRemoteAddress().getPort());
      String request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      String login = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      requests.add(request);
      authorisations.add(login);
      paths.add(exchange.getRequestURI().getPath());
      answer(exchange, request, login);
    } finally {
      now.decrementAndGet();
    }
  }

  private void answer(HttpExchange exchange, String request, String login) throws IOException {
    if (manner == Manner.REDIRECT) {
      exchange.getResponseHeaders().add("Location", "http://127.63.9.9:" + port() + PATH);
      exchange.sendResponseHeaders(307, -1);
      return;
    }
    if (manner == Manner.NEW_REALMS && requests.size() < 9) {
      String challenge =
          "Digest realm=\"r" + requests.size() + "\", nonce=\"n" + requests.size() + "\"";
      exchange.getResponseHeaders().add("WWW-Authenticate", challenge);
      exchange.sendResponseHeaders(401, -1);
      return;
    }
    boolean challenges = manner == Manner.HTTP_DIGEST || manner == Manner.HTTP_BASIC;
    if (challenges && !digestOf(login)) {
      String scheme = manner == Manner.HTTP_BASIC ? "Basic" : "Digest";
      exchange
          .getResponseHeaders()
          .add("WWW-Authenticate", scheme + " realm=\"cam\", nonce=\"abc\", qop=\"auth\"");
      exchange.sendResponseHeaders(401, -1);
      return;
    }
    boolean in = requests.size() <= takes && (challenges || tokenOf(request));
    exchange.getResponseHeaders().add("Content-Type", "application/soap+xml; charset=utf-8");
    if (in && manner == Manner.DRIP) {
      drip(exchange);
      return;
    }
    byte[] answer = (in ? envelope(body(request)) : fault(request)).getBytes(UTF_8);
    exchange.sendResponseHeaders(in ? 200 : refusalStatus, answer.length);
    exchange.getResponseBody().write(answer);
  }

  private static void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    out.write(
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><!--".getBytes(UTF_8));
    for (int i = 0; i < 1_200; i++) {
      out.write('.');
      out.flush();
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private String fault(String request) {
    String echo = manner == Manner.ECHO ? " " + request.replaceAll("<[^>]*>", " ") : "";
    return envelope(
        "<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text xml:lang=\"en\">"
            + refusal
            + echo
            + "</s:Text></s:Reason></s:Fault>");
  }

  private static String envelope(String body) {
    return "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
        + " xmlns:tds=\"http://www.onvif.org/ver10/device/wsdl\""
        + " xmlns:trt=\"http://www.onvif.org/ver10/media/wsdl\""
        + " xmlns:tt=\"http://www.onvif.org/ver10/schema\"><s:Body>"
        + body
        + "</s:Body></s:Envelope>";
  }

  private String body(String request) {
    if (request.contains("GetDeviceInformation")) {
      String model = manner == Manner.ECHO ? request.replaceAll("<[^>]*>", " ") : "EO-1";
      String flood = manner == Manner.FLOOD ? "x".repeat(AnswerLimit.MAX_BYTES) : "yes";
      return "<tds:GetDeviceInformationResponse><tds:Manufacturer>Example Optics</tds:Manufacturer>"
          + "<tds:Model>"
          + model
          + "</tds:Model><tds:FirmwareVersion>1.2</tds:FirmwareVersion><x:Surprise xmlns:x=\"urn:x\">"
          + flood
          + "</x:Surprise><tds:SerialNumber>S77</tds:SerialNumber>"
          + "</tds:GetDeviceInformationResponse>";
    }
    if (request.contains("GetNetworkInterfaces")) {
      return "<tds:GetNetworkInterfacesResponse>"
          + networkInterface("3c:ef:8c:00:00:01", host)
          + networkInterface("3c:ef:8c:00:00:02", "192.168.254.1")
          + "</tds:GetNetworkInterfacesResponse>";
    }
    if (request.contains("GetScopes")) {
      return "<tds:GetScopesResponse><tds:Scopes><tt:ScopeItem>onvif://www.onvif.org/hardware/EO-1"
          + "</tt:ScopeItem></tds:Scopes></tds:GetScopesResponse>";
    }
    if (request.contains("GetCapabilities")) {
      String at = manner == Manner.MEDIA_ELSEWHERE ? "127.63.9.9" : host;
      String path = manner == Manner.MEDIA_PATH ? "/onvif/Media" : PATH;
      return "<tds:GetCapabilitiesResponse><tds:Capabilities><tt:Media><tt:XAddr>"
          + scheme
          + "://"
          + (at.contains(":") ? "[" + at + "]" : at)
          + ":"
          + port()
          + path
          + "</tt:XAddr></tt:Media></tds:Capabilities></tds:GetCapabilitiesResponse>";
    }
    return media(request);
  }

  private static String networkInterface(String mac, String address) {
    return "<tds:NetworkInterfaces token=\"e\"><tt:Info><tt:HwAddress>"
        + mac
        + "</tt:HwAddress></tt:Info><tt:IPv4><tt:Config><tt:Manual><tt:Address>"
        + address
        + "</tt:Address></tt:Manual></tt:Config></tt:IPv4></tds:NetworkInterfaces>";
  }

  private String media(String request) {
    StringBuilder body = new StringBuilder();
    if (request.contains("GetAudioSources")) {
      return "<trt:R><trt:AudioSources token=\"a\"/></trt:R>";
    }
    for (int i = 1; i <= channels; i++) {
      if (request.contains("GetVideoSources")) {
        body.append(
                "<trt:VideoSources %s=\"ch%d\"><tt:Resolution><tt:Width>1920</tt:Width>"
                    .formatted(i == 2 ? "tt:token" : "token", i))
            .append("<tt:Height>1080</tt:Height></tt:Resolution></trt:VideoSources>");
      } else if (request.contains("GetProfiles")) {
        body.append(
            ("<trt:Profiles token=\"p%1$d\"><tt:Name>profile %1$d</tt:Name>"
                    + "<tt:VideoSourceConfiguration token=\"v\"><tt:Name>Gate %1$d</tt:Name>"
                    + "<tt:SourceToken>ch%1$d</tt:SourceToken></tt:VideoSourceConfiguration>"
                    + "</trt:Profiles>")
                .formatted(i));
      }
    }
    return "<trt:Response>" + body + "</trt:Response>";
  }

  /** Base64(SHA-1(decoded nonce + created + password)), and a time near the device's own. */
  private boolean tokenOf(String request) {
    try {
      byte[] nonce = Base64.getDecoder().decode(element(request, "Nonce"));
      String created = element(request, "Created");
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(nonce);
      sha1.update(created.getBytes(UTF_8));
      sha1.update(password.getBytes(UTF_8));
      Duration off = Duration.between(Instant.parse(created), Instant.now().plus(SKEW)).abs();
      return Base64.getEncoder().encodeToString(sha1.digest()).equals(element(request, "Password"))
          && element(request, "Username").equals(user)
          && off.compareTo(Duration.ofMinutes(1)) < 0;
    } catch (java.security.GeneralSecurityException | IllegalStateException e) {
      return false;
    }
  }

  static String element(String xml, String name) {
    Matcher matcher = Pattern.compile("<[a-z]+:" + name + "(?:\\s[^>]*)?>([^<]*)<").matcher(xml);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + name);
    }
    return matcher.group(1);
  }

  private boolean digestOf(String login) {
    if (!login.startsWith("Digest ")) {
      return false;
    }
    String ha1 = md5(user + ":cam:" + password);
    String ha2 = md5("POST:" + part(login, "uri"));
    String expected =
        md5(ha1 + ":abc:" + part(login, "nc") + ":" + part(login, "cnonce") + ":auth:" + ha2);
    return expected.equals(part(login, "response"));
  }

  static String part(String login, String name) {
    Matcher matcher = Pattern.compile("\\b" + name + "=\"?([^\",]+)").matcher(login);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

package org.camsweep.interview;

import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.soap.SOAPBinding;
import java.io.StringReader;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.configuration.security.AuthorizationPolicy;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.jaxws.DispatchImpl;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transport.http.HTTPConduitConfigurer;
import org.apache.cxf.transports.http.configuration.ConnectionType;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;

/**
 * One shared CXF client for all devices, its address set for each call: a client for each device
 * would leave threads behind. HTTP/1.1, no chunking (camera stacks refuse it), no redirects, no
 * Basic authentication, one answer to a challenge, no proxy whatever the environment says: nothing
 * may go elsewhere. Not thread-safe: whoever interviews several devices at once has a client for
 * each.
 */
final class SoapClient implements AutoCloseable {
  private static final QName SERVICE = new QName("urn:camsweep", "Onvif");
  private static final QName PORT = new QName("urn:camsweep", "OnvifPort");
  private static final long CONNECT_MILLIS = 3_000;
  private static final long REPLY_MILLIS = 6_000;

  private final Dispatch<Source> dispatch;
  private final Client client;
  private final Bus bus;
  private final DigestLogin digestLogin = new DigestLogin();

  /**
   * @param agent the User-Agent
   */
  SoapClient(String agent) {
    System.setProperty("org.apache.cxf.Logger", SilentLogger.class.getName());
    bus = new CXFBusFactory().createBus();
    BusFactory.setThreadDefaultBus(bus);
    // CXF makes another conduit for https than for http: whichever it makes is set up alike.
    HTTPConduitConfigurer alike = (name, address, conduit) -> configure(conduit, agent);
    bus.setExtension(alike, HTTPConduitConfigurer.class);
    Service service = Service.create(SERVICE);
    service.addPort(PORT, SOAPBinding.SOAP12HTTP_BINDING, "http://192.0.2.1/");
    dispatch = service.createDispatch(PORT, Source.class, Service.Mode.PAYLOAD);
    client = ((DispatchImpl<Source>) dispatch).getClient();
    client.getOutInterceptors().add(new TokenInterceptor());
    client.getInInterceptors().add(new AnswerLimit());
  }

  /** What was computed from the password for HTTP Digest since the last call of this method. */
  List<String> said() {
    return digestLogin.said();
  }

  private void configure(HTTPConduit conduit, String agent) {
    HTTPClientPolicy policy = new HTTPClientPolicy();
    policy.setAllowChunking(false);
    policy.setAutoRedirect(false);
    policy.setMaxRetransmits(1); // one answer to a challenge, however often and however it asks
    policy.setConnection(ConnectionType.CLOSE);
    policy.setConnectionTimeout(CONNECT_MILLIS);
    policy.setReceiveTimeout(REPLY_MILLIS);
    policy.setVersion("1.1");
    policy.setBrowserType(agent);
    policy.setProxyServer("192.0.2.1"); // without one CXF asks the system's proxy selector
    policy.setNonProxyHosts("*");
    conduit.setClient(policy);
    conduit.setAuthSupplier(digestLogin);
    TLSClientParameters tls = new TLSClientParameters();
    tls.setDisableCNCheck(true);
    tls.setTrustManagers(new TrustManager[] {new TrustAny()});
    conduit.setTlsClientParameters(tls);
  }

  /**
   * One call.
   *
   * @param address of the service, its host the target's literal address
   * @param token sent in the SOAP header, if given
   * @param digest log-in for an HTTP Digest challenge, if given
   * @throws jakarta.xml.ws.WebServiceException if the device refuses, or does not answer
   */
  DOMSource call(
      String address, String body, Optional<UsernameToken> token, Optional<Secret> digest) {
    Map<String, Object> context = dispatch.getRequestContext();
    context.clear();
    context.put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, address);
    context.put(HTTPConduit.NO_IO_EXCEPTIONS, true); // a fault comes with status 400 or 401, too
    token.ifPresent(t -> context.put(TokenInterceptor.TOKEN, t));
    digest.ifPresent(
        secret -> {
          AuthorizationPolicy login = new AuthorizationPolicy();
          login.setAuthorizationType("Digest");
          login.setUserName(secret.user());
          login.setPassword(new String(secret.password()));
          context.put(AuthorizationPolicy.class.getName(), login);
        });
    try {
      Source answer = dispatch.invoke(new StreamSource(new StringReader(body)));
      return OnvifText.dom(answer);
    } finally {
      context.clear();
    }
  }

  @Override
  public void close() {
    client.destroy();
    BusFactory.clearDefaultBusForAnyThread(bus);
    bus.shutdown(true);
  }

  /** Cameras sign their own certificates; the digest protects the password, not the channel. */
  private static final class TrustAny extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}

package org.camsweep.interview;

import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapHeader;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.phase.Phase;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Puts the token of the call, if it has one, into the SOAP header. Written here because WSS4J needs
 * OpenSAML, which is not on the public repository, and gains nothing for one header.
 */
final class TokenInterceptor extends AbstractSoapInterceptor {
  /** The key in a call's request context. */
  static final String TOKEN = TokenInterceptor.class.getName() + ".token";

  private static final String WSSE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
  private static final String WSU =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
  private static final String DIGEST =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";
  private static final String BASE64 =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";

  TokenInterceptor() {
    super(Phase.PRE_PROTOCOL);
  }

  @Override
  public void handleMessage(SoapMessage message) {
    if (!(message.get(TOKEN) instanceof UsernameToken token)) {
      return;
    }
    Document document = DOMUtils.createDocument();
    Element security = document.createElementNS(WSSE, "wsse:Security");
    Element username = child(security, WSSE, "wsse:UsernameToken", "");
    child(username, WSSE, "wsse:Username", token.user());
    child(username, WSSE, "wsse:Password", token.digest()).setAttribute("Type", DIGEST);
    child(username, WSSE, "wsse:Nonce", token.nonce()).setAttribute("EncodingType", BASE64);
    child(username, WSU, "wsu:Created", token.created());
    SoapHeader header = new SoapHeader(new QName(WSSE, "Security"), security);
    header.setMustUnderstand(true);
    message.getHeaders().add(header);
  }

  private static Element child(Element parent, String namespace, String name, String text) {
    Element child = parent.getOwnerDocument().createElementNS(namespace, name);
    if (!text.isEmpty()) {
      child.setTextContent(text);
    }
    parent.appendChild(child);
    return child;
  }
}

package org.camsweep.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.dom.DOMSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Answers read by local name, whatever prefixes and further elements a camera adds. */
final class OnvifText {
  /** More elements of one name than this are not read. */
  private static final int MOST = 512;

  private OnvifText() {}

  static DOMSource dom(Source source) {
    if (source instanceof DOMSource ready) {
      return ready;
    }
    try {
      DOMResult result = new DOMResult();
      TransformerFactory factory = TransformerFactory.newDefaultInstance();
      factory.setAttribute(javax.xml.XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(javax.xml.XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
      factory.newTransformer().transform(source, result);
      return new DOMSource(result.getNode());
    } catch (TransformerException e) {
      throw new jakarta.xml.ws.WebServiceException("the answer is not readable", e);
    }
  }

  /** Texts of all elements of the name that have one. */
  static List<String> texts(DOMSource answer, String element) {
    return elements(answer, element).stream()
        .map(e -> e.getTextContent().strip())
        .filter(t -> !t.isEmpty())
        .toList();
  }

  static Optional<String> first(DOMSource answer, String element) {
    return texts(answer, element).stream().findFirst();
  }

  /** The first text of the name below the element. */
  static Optional<String> first(Element below, String element) {
    return elements(below, element).stream()
        .map(e -> e.getTextContent().strip())
        .filter(t -> !t.isEmpty())
        .findFirst();
  }

  static List<Element> elements(DOMSource answer, String localName) {
    Node root = answer.getNode();
    Element top = root instanceof Document d ? d.getDocumentElement() : (Element) root;
    return top == null ? List.of() : elements(top, localName);
  }

  static List<Element> elements(Element below, String localName) {
    List<Element> found = new ArrayList<>();
    NodeList all = below.getElementsByTagNameNS("*", localName);
    for (int i = 0; i < MOST && all.item(i) != null; i++) {
      found.add((Element) all.item(i));
    }
    return found;
  }

  /** An attribute's text, with a prefix or without; empty if there is none. */
  static String attribute(Element element, String name) {
    NamedNodeMap all = element.getAttributes();
    for (int i = 0; i < all.getLength(); i++) {
      Node one = all.item(i);
      if (name.equals(one.getLocalName()) || name.equals(one.getNodeName())) {
        return one.getNodeValue().strip();
      }
    }
    return "";
  }
}

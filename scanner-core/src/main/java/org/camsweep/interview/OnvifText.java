package org.camsweep.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.dom.DOMSource;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Answers read by local name, whatever prefixes and further elements a camera adds. */
final class OnvifText {
  /** More elements of one name than this are not read. */
  private static final int MOST = 256;

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

  /** Adds the first element's text as a fact, if the answer has it. */
  static void add(List<Fact> facts, DOMSource answer, String element, String field) {
    first(answer, element).ifPresent(text -> facts.add(Fact.of(Field.of(field), text)));
  }

  /** Adds every element's text as a fact. */
  static void addAll(List<Fact> facts, DOMSource answer, String element, String field) {
    for (Element found : elements(answer, element)) {
      String text = found.getTextContent().strip();
      if (!text.isEmpty()) {
        facts.add(Fact.of(Field.of(field), text));
      }
    }
  }

  static Optional<String> first(DOMSource answer, String element) {
    return elements(answer, element).stream()
        .map(e -> e.getTextContent().strip())
        .filter(t -> !t.isEmpty())
        .findFirst();
  }

  static List<Element> elements(DOMSource answer, String localName) {
    Node root = answer.getNode();
    Element top = root instanceof Document d ? d.getDocumentElement() : (Element) root;
    List<Element> found = new ArrayList<>();
    if (top == null) {
      return found;
    }
    NodeList all = top.getElementsByTagNameNS("*", localName);
    for (int i = 0; i < Math.min(all.getLength(), MOST); i++) {
      found.add((Element) all.item(i));
    }
    return found;
  }
}

package org.camsweep.probe.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SaidXmlTest {
  @Test
  void readsByLocalNameWhateverThePrefix() {
    SaidXml xml = SaidXml.read("<x:a><undeclared:Model>M-1</undeclared:Model></x:a>");
    assertThat(xml.texts("model")).containsExactly("M-1");
    assertThat(xml.first("a/Model")).contains("M-1");
  }

  @Test
  void readsWhatABrokenTailLeaves() {
    assertThat(SaidXml.read("<a><b>one</b><c>two").texts("c")).containsExactly("two");
    assertThat(SaidXml.read("<a><b>one</a><d>x</d>").texts("b")).containsExactly("one");
    assertThat(SaidXml.read("<a><b>R&D < 5</b></a>").texts("b")).containsExactly("R&D < 5");
    assertThat(SaidXml.read("</b></a><c>x</c>").texts("c")).containsExactly("x");
  }

  @Test
  void keepsEnvelopeDeclarationAndNamespacesAsSent() {
    SaidXml xml =
        SaidXml.read(
            "\ufeff<?xml version=\"1.0\" standalone=\"yes\" ?>\r\n<s:Envelope\r\n"
                + "  xmlns:s=\"urn:s\"\n xmlns='urn:d'><s:Body xmlns:q=\"urn:q\"/></s:Envelope>");
    assertThat(xml.declaration()).isEqualTo("<?xml version=\"1.0\" standalone=\"yes\" ?>");
    assertThat(xml.rootTag()).isEqualTo("<s:Envelope xmlns:s=\"urn:s\" xmlns='urn:d'>");
    assertThat(xml.namespaces()).containsExactly("s=urn:s", "=urn:d", "q=urn:q");
  }

  @Test
  void neverExpandsWhatADocumentTypeDeclares() {
    SaidXml xml =
        SaidXml.read("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a><b>&x;</b></a>");
    assertThat(xml.texts("b")).containsExactly("&x;");
  }

  @Test
  void decodesEntitiesCdataAndAttributes() {
    SaidXml xml = SaidXml.read("<a q='1 &gt; 0'>&lt;&#65;&#x42;&bogus;<![CDATA[<z>]]></a>");
    assertThat(xml.texts("a")).containsExactly("<AB&bogus;<z>");
    assertThat(xml.elements().get(0).attribute("q")).contains("1 > 0");
  }

  @Test
  void isBoundedInDepthAndCount() {
    assertThat(SaidXml.read("<a>".repeat(20_000)).elements())
        .hasSizeLessThanOrEqualTo(SaidXml.MAX_DEPTH);
    assertThat(SaidXml.read("<r>" + "<a/>".repeat(20_000)).elements())
        .hasSize(SaidXml.MAX_ELEMENTS);
  }
}

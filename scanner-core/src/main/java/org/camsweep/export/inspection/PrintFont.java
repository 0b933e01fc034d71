package org.camsweep.export.inspection;

import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font of the PDF: Liberation Sans, which comes with camsweep; nothing of this machine. */
final class PrintFont {
  static final String FAMILY = "Liberation Sans";

  private static final String PLACE = "/liberation/LiberationSans-";

  private final byte[] bytes;
  private final CmapLookup letters;

  private PrintFont(byte[] bytes, CmapLookup letters) {
    this.bytes = bytes;
    this.letters = letters;
  }

  /** Reads a style: {@code Regular} or {@code Bold}. */
  static PrintFont read(String style) throws IOException {
    String place = PLACE + style + ".ttf";
    try (InputStream in = PrintFont.class.getResourceAsStream(place)) {
      if (in == null) {
        throw new IOException("this build of camsweep came without its font " + place);
      }
      byte[] bytes = in.readAllBytes();
      return new PrintFont(
          bytes, new TTFParser().parse(new RandomAccessReadBuffer(bytes)).getUnicodeCmapLookup());
    }
  }

  byte[] bytes() {
    return bytes.clone();
  }

  boolean shows(int codePoint) {
    return letters.getGlyphId(codePoint) != 0;
  }
}

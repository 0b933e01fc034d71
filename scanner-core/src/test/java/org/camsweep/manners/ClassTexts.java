package org.camsweep.manners;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The texts in compiled classes: what a program can say is there, however its source hides it. */
final class ClassTexts {
  private ClassTexts() {}

  /** Class file to its string constants, for all classes below a folder. */
  static Map<String, List<String>> below(Path folder) throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        found.put(folder.relativize(file).toString(), of(Files.readAllBytes(file)));
      }
    }
    return found;
  }

  /** The string constants, names of classes and methods left out (JVM specification §4.4). */
  private static List<String> of(byte[] bytes) throws IOException {
    Map<Integer, String> texts = new TreeMap<>();
    List<Integer> strings = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      in.skipNBytes(8);
      int count = in.readUnsignedShort();
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> texts.put(i, in.readUTF());
          case 8 -> strings.add(in.readUnsignedShort());
          case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
          case 5, 6 -> {
            in.skipNBytes(8);
            i++; // such a constant takes two places
          }
          case 7, 16, 19, 20 -> in.skipNBytes(2);
          case 15 -> in.skipNBytes(3);
          default -> throw new IOException("constant of kind " + tag);
        }
      }
    }
    return strings.stream().map(texts::get).toList();
  }
}

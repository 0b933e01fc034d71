package org.camsweep.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads one YAML 1.2 document without interpreting it: type tags and aliases are refused, and every
 * value keeps its line. Files are at most 8 MiB of UTF-8.
 */
public final class StrictYaml {
  private static final int MAX_BYTES = 8 * 1024 * 1024;

  private StrictYaml() {}

  /** Reads a file; one that cannot be read is a {@link ConfigException} too. */
  public static YamlValue read(Path path) throws ConfigException {
    String name = path.toString();
    try (InputStream in = Files.newInputStream(path)) {
      return read(name, in.readNBytes(MAX_BYTES + 1));
    } catch (IOException e) {
      String why = Files.exists(path) ? "cannot be read" : "does not exist";
      throw new ConfigException(name, 0, why, "check the path and its permissions");
    }
  }

  /** Reads a document from its bytes; {@code name} is shown in messages. */
  public static YamlValue read(String name, byte[] bytes) throws ConfigException {
    if (bytes.length > MAX_BYTES) {
      throw new ConfigException(name, 0, "larger than 8 MiB", "split it");
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setAllowDuplicateKeys(true) // found by YamlValue, which knows the line of the second
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(MAX_BYTES)
            .setAllowRecursiveKeys(false)
            .setAllowNonScalarKeys(true) // refused by YamlValue, which knows the line
            .build();
    PlainParser parser = new PlainParser(settings, name, text(name, bytes));
    try {
      Iterator<Node> documents = new Composer(settings, parser);
      if (!documents.hasNext()) {
        throw new ConfigException(name, 0, "the file is empty", "write at least one key");
      }
      Node first = documents.next();
      if (documents.hasNext()) {
        throw new ConfigException(
            name,
            line(documents.next()),
            "a second document starts here",
            "remove the '---' line before it, or write two files");
      }
      return new YamlValue(name, "", first);
    } catch (PlainParser.Refused e) {
      throw e.config();
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      throw new ConfigException(name, line, "not YAML: " + e.getProblem(), cure(e.getProblem()));
    } catch (YamlEngineException e) {
      throw new ConfigException(
          name, 0, "not YAML: " + firstLine(e), "check indentation, quotes and colons");
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // The library lets its own slips out: half an escape at the end, numbers beyond Unicode.
      throw new ConfigException(
          name, parser.line(), "not YAML: half an escape", "check what follows the backslashes");
    }
  }

  private static String text(String name, byte[] bytes) throws ConfigException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      throw new ConfigException(name, lines(text), "not UTF-8 text", "save the file as UTF-8");
    }
    int bad = 0;
    while (bad < text.length() && isShown(text.codePointAt(bad))) {
      bad += Character.charCount(text.codePointAt(bad));
    }
    if (bad < text.length()) {
      throw new ConfigException(
          name,
          lines(text.substring(0, bad)),
          String.format("control character U+%04X", (int) text.charAt(bad)),
          "remove it; a text editor can show it");
    }
    return text;
  }

  /**
   * Neither invisible nor turning the direction of what follows, which would hide what is meant.
   */
  private static boolean isShown(int c) {
    return StreamReader.isPrintable(c)
        && !(c >= 0x202a && c <= 0x202e)
        && !(c >= 0x2066 && c <= 0x2069);
  }

  private static int lines(String before) {
    return 1 + (int) before.chars().filter(c -> c == '\n').count();
  }

  private static String cure(String problem) {
    return problem.contains("(TAB)") || problem.contains("'\\t")
        ? "indent with spaces, not with tabs"
        : "check indentation, quotes and colons";
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  private static String firstLine(Exception e) {
    return Optional.ofNullable(e.getMessage())
        .map(m -> m.lines().findFirst().orElse(""))
        .orElse("");
  }
}

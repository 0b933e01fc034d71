package org.camsweep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.camsweep.house.NotRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a distribution whose program dies on purpose: of its memory, which may hold the
 * owner's passwords, nothing may be left anywhere.
 */
class LauncherTest {
  private static final String SECRET = "Launcher-secret-5b1e";
  private static final String PROGRAM =
      """
      package org.camsweep.cli;
      public class Main {
        static java.util.List<Object> kept = new java.util.ArrayList<>();
        public static void main(String[] words) throws Exception {
          kept.add(System.getenv("LAB_PASSWORD").toCharArray());
          System.out.println("pid " + ProcessHandle.current().pid() + " " + String.join(" ", words));
          if (words[0].equals("memory")) {
            while (true) kept.add(new byte[1 << 20]);
          } else if (words[0].equals("crash")) {
            var field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
            field.setAccessible(true);
            Object unsafe = field.get(null);
            unsafe.getClass().getMethod("putLong", long.class, long.class).invoke(unsafe, 0L, 1L);
          }
        }
      }
      """;

  @TempDir private Path home;
  private Path work;

  @BeforeEach
  void makeADistribution() throws IOException {
    NotRun.unlessOnLinux("the launcher is a shell script, and the processes are read in /proc");
    Files.copy(Path.of("..", "camsweep"), home.resolve("camsweep"));
    Path source = Files.writeString(home.resolve("Main.java"), PROGRAM);
    Path classes = Files.createDirectories(home.resolve("classes"));
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
    assertThat(compiled).isZero();
    Files.createDirectories(home.resolve("program"));
    String name = "org/camsweep/cli/Main.class";
    try (JarOutputStream jar =
        new JarOutputStream(
            Files.newOutputStream(home.resolve("program").resolve("scanner-cli.jar")))) {
      jar.putNextEntry(new JarEntry(name));
      jar.write(Files.readAllBytes(classes.resolve(name)));
    }
    work = Files.createDirectories(home.resolve("work"));
  }

  private String run(String word) throws Exception {
    Path said = home.resolve("said");
    ProcessBuilder builder =
        new ProcessBuilder("sh", home.resolve("camsweep").toString(), word)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("LAB_PASSWORD", SECRET);
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("CAMSWEEP_JAVA_OPTS", "-Xmx64m");
    // What a machine's owner may have set for all Java programs.
    environment.put(
        "JAVA_TOOL_OPTIONS",
        "-XX:+HeapDumpOnOutOfMemoryError -XX:+CreateCoredumpOnCrash -XX:HeapDumpPath=" + work);
    environment.remove("JDK_JAVA_OPTIONS");
    builder.start().waitFor();
    return Files.readString(said, UTF_8);
  }

  private void nothingIsLeft(String text) throws IOException {
    assertThat(text).contains("pid ").doesNotContain(SECRET);
    try (Stream<Path> files = Files.list(work)) {
      assertThat(files).isEmpty();
    }
    String pid = text.replaceFirst("(?s).*pid (\\d+) .*", "$1");
    Path temporary = Path.of("/tmp");
    assertThat(temporary.resolve("hs_err_pid" + pid + ".log")).doesNotExist();
    assertThat(temporary.resolve("hsperfdata_" + System.getProperty("user.name")).resolve(pid))
        .doesNotExist();
  }

  @Test
  void outOfMemoryLeavesNoDump() throws Exception {
    String text = run("memory");
    assertThat(text).contains("OutOfMemoryError").doesNotContain("Dumping heap");
    nothingIsLeft(text);
  }

  @Test
  void aCrashLeavesNoFileAndSaysWhatItWas() throws Exception {
    String text = run("crash");
    assertThat(text).contains("SIGSEGV", "no core file dumped");
    nothingIsLeft(text);
  }

  @Test
  void aDistributionStartsItsOwnProgramAndBuildsNothing() throws Exception {
    String text = run("probes");
    assertThat(text).contains(" probes").doesNotContain("building");
    nothingIsLeft(text);
  }

  @Test
  void noSourceOfOursWritesAHeapDump() throws IOException {
    for (Path sources : List.of(Path.of("src/main"), Path.of("../scanner-core/src/main"))) {
      try (Stream<Path> files = Files.walk(sources)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          assertThat(Files.readString(file))
              .as(file.toString())
              .doesNotContain("HotSpotDiagnostic", "dumpHeap");
        }
      }
    }
  }
}

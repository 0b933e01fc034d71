package org.camsweep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.camsweep.journal.JournalReader;
import org.camsweep.journal.ResultFolder;
import org.camsweep.report.ReportJson;
import org.camsweep.scan.Judge;
import org.camsweep.scan.Rules;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at random moments, then taken up again until the end: coverage, devices, their
 * answers and findings are those of a scan that nobody disturbed. {@code -Dcamsweep.kills=200}
 * kills more often.
 */
class KilledScanTest {
  private static final int KILLS = Integer.getInteger("camsweep.kills", 20);
  private static final List<String> HOSTS = List.of("127.61.0.3", "127.61.0.17", "127.61.0.50");

  @TempDir private Path folder;
  private final List<HttpServer> servers = new ArrayList<>();

  private int serve() throws Exception {
    int port = 0;
    for (String host : HOSTS) {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(Cidr.address(host).inet(), port), 64);
      port = server.getAddress().getPort();
      byte[] page =
          ("<html><head><title>Camera at " + host + "</title></head></html>").getBytes(UTF_8);
      server.createContext(
          "/",
          exchange -> {
            exchange.getResponseHeaders().set("Server", "Lab-Webs");
            boolean root = exchange.getRequestURI().getPath().equals("/");
            exchange.sendResponseHeaders(root ? 200 : 404, root ? page.length : -1);
            if (root) {
              exchange.getResponseBody().write(page);
            }
            exchange.close();
          });
      server.start();
      servers.add(server);
    }
    return port;
  }

  @AfterEach
  void close() {
    servers.forEach(s -> s.stop(0));
  }

  @Test
  void howeverOftenItIsKilledTheReportIsTheSame() throws Exception {
    int port = serve();
    Path whole = folder.resolve("whole");
    assertThat(run(whole, port, -1)).as("undisturbed").isTrue();
    JsonNode expected = report(whole);
    assertThat(expected.path("coverage").path("complete").asBoolean()).isTrue();
    Random moments = new Random(4);
    int kills = 0;
    int scans = 0;
    while (kills < KILLS) {
      Path disturbed = folder.resolve("disturbed-" + scans++);
      int before = kills;
      while (!run(disturbed, port, kills - before < 12 ? 1 + moments.nextInt(30) : -1)) {
        kills++;
      }
      assertThat(report(disturbed)).as("after %d kills", kills - before).isEqualTo(expected);
    }
    System.out.println(kills + " kills in " + scans + " scans");
  }

  /**
   * Runs the scan, or goes on with it.
   *
   * @param killAfterLines when to kill it: once so many lines were added; negative for never
   * @return whether it came to its end
   */
  private static boolean run(Path folder, int port, int killAfterLines) throws Exception {
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledScan.class.getName(),
                folder.toString(),
                Integer.toString(port))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    assertThat(out.readLine()).isEqualTo("started");
    long before = lines(folder);
    while (killAfterLines >= 0 && process.isAlive()) {
      if (lines(folder) >= before + killAfterLines) {
        process.destroyForcibly().waitFor();
        return Files.exists(folder.resolve(ResultFolder.END));
      }
      process.waitFor(3, TimeUnit.MILLISECONDS);
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
    return true;
  }

  private static long lines(Path folder) throws Exception {
    long lines = 0;
    for (String file : List.of(ResultFolder.ADDRESSES, ResultFolder.OBSERVATIONS)) {
      Path path = folder.resolve(file);
      lines += Files.exists(path) ? Files.readString(path).lines().count() : 0;
    }
    return lines;
  }

  private static JsonNode report(Path folder) throws Exception {
    Rules rules = Rules.read(Packs.shipped(), false);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ReportJson.write(new Judge(rules).judge(JournalReader.open(folder), Optional.empty()), bytes);
    return TimelessReport.of(bytes.toString(UTF_8));
  }
}

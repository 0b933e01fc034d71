package org.camsweep.export.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.logging.Level;
import org.camsweep.house.NotRun;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium without a network: it runs in a network namespace of its own, which has no
 * interface, so whatever a page or the browser itself would fetch goes nowhere.
 */
final class Browser {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private Browser() {}

  /** Ends the test where there is no browser. */
  static ChromeDriver start(Path folder) throws IOException {
    NotRun.unless(
        Files.exists(CHROMIUM) && Files.exists(DRIVER),
        "the inspection report in a browser; install chromium and its driver");
    Path alone = folder.resolve("chromium-without-network");
    Files.writeString(alone, "#!/bin/sh\nexec unshare --net " + CHROMIUM + " \"$@\"\n");
    Files.setPosixFilePermissions(alone, PosixFilePermissions.fromString("rwx------"));
    ChromeOptions options = new ChromeOptions();
    options.setBinary(alone.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--remote-debugging-pipe",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--user-data-dir=" + folder.resolve("profile"),
        "--window-size=1360,1000");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .withEnvironment(Map.of("HOME", folder.toString()))
            .build();
    return new ChromeDriver(service, options);
  }
}

package org.camsweep.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camsweep.config.ConfigException;
import org.camsweep.journal.JournalWriter;
import org.camsweep.journal.ResultFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder without a key: every change shows, and what was added by camsweep does not. */
class SealTest {
  @TempDir private Path home;
  private Path folder;

  @BeforeEach
  void seal() throws ConfigException {
    folder = Folders.result(home.resolve("out"), "scan-1");
    Folders.add(folder, "report.csv", "a,b\r\n");
    Seal.of(folder).set("scan-1", Optional.empty(), Optional.empty());
  }

  private Verification verify() throws IOException {
    return Verifier.verify(folder, Optional.empty(), Optional.empty());
  }

  @Test
  void whatWasSealedHolds() throws IOException {
    Verification found = verify();
    assertThat(found.faults()).isEmpty();
    assertThat(found.files()).isEqualTo(7);
    assertThat(found.remarks()).singleElement().asString().startsWith("not signed");
  }

  @Test
  void everyChangedByteIsFound() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(f -> !f.endsWith("manifest.json")).toList()) {
        byte[] sealed = Files.readAllBytes(file);
        for (int i = 0; i < sealed.length; i += Math.max(1, sealed.length / 50)) {
          byte[] changed = sealed.clone();
          changed[i] ^= 1;
          Files.write(file, changed);
          assertThat(verify().faults())
              .as("byte %d of %s", i, file)
              .anyMatch(f -> f.startsWith(file.getFileName() + " was changed: its SHA-256 is "));
        }
        Files.write(file, sealed);
      }
    }
    assertThat(verify().faults()).isEmpty();
  }

  @Test
  void aMissingAnAddedAndAShortenedFileAreFound() throws IOException {
    Files.delete(folder.resolve("end.json"));
    Files.writeString(folder.resolve("note.txt"), "x");
    Files.createDirectory(folder.resolve("more"));
    Files.writeString(folder.resolve("more/deep.txt"), "x");
    Files.writeString(folder.resolve("report.csv"), "a");
    assertThat(verify().faults())
        .containsExactly(
            "end.json is missing",
            "report.csv was changed: it has 1 bytes, sealed were 5",
            "more/deep.txt was added: no manifest names it",
            "note.txt was added: no manifest names it");
  }

  @Test
  void aLinkIsNeverFollowed() throws IOException {
    Path elsewhere = Files.move(folder.resolve("report.csv"), home.resolve("same.csv"));
    Files.createSymbolicLink(folder.resolve("report.csv"), elsewhere);
    Files.createSymbolicLink(folder.resolve("new.csv"), elsewhere);
    assertThat(verify().faults())
        .containsExactly(
            "report.csv was replaced by a link or a folder",
            "new.csv was added: no manifest names it");
  }

  @Test
  void aFolderWithoutManifestIsNotAsSealed() throws IOException {
    Files.delete(folder.resolve("manifest.json"));
    assertThat(verify().faults()).singleElement().asString().startsWith("manifest.json is missing");
  }

  @Test
  void aManifestThatPointsOutOfTheFolderIsRefused() throws IOException {
    Path manifest = folder.resolve("manifest.json");
    String text = Files.readString(manifest);
    for (String name : List.of("../same.csv", "/etc/passwd", "a/../b", "", "a\\\\b")) {
      Files.writeString(manifest, text.replace("\"report.csv\"", "\"" + name + "\""));
      assertThat(verify().faults())
          .as(name)
          .anyMatch(f -> f.contains("not the name of a file inside the folder"));
    }
  }

  @Test
  void whatIsAddedLaterGetsAManifestOfItsOwn() throws IOException, ConfigException {
    Seal.of(folder).add(Optional.empty());
    assertThat(folder.resolve("manifest-2.json")).doesNotExist();
    Folders.add(folder, "report.xml", "<x/>");
    assertThat(verify().faults()).containsExactly("report.xml was added: no manifest names it");
    Seal.of(folder).add(Optional.empty());
    Folders.add(folder, "report.html", "<p>");
    Seal.of(folder).add(Optional.empty());
    assertThat(verify().faults()).isEmpty();
    assertThat(verify().files()).isEqualTo(9);
    assertThat(Seal.of(folder).covers(folder.resolve("report.xml"))).isTrue();
    assertThat(Seal.of(folder).covers(folder.resolve("manifest-9.json"))).isTrue();
    assertThat(Seal.of(folder).covers(folder.resolve("other.xml"))).isFalse();
    Files.delete(folder.resolve("manifest-2.json"));
    assertThat(verify().faults())
        .containsExactly(
            "manifest-3.json was added: no manifest names it",
            "report.html was added: no manifest names it",
            "report.xml was added: no manifest names it");
  }

  @Test
  void aLaterManifestCannotNameASealedFileAgain() throws IOException, ConfigException {
    Folders.add(folder, "report.xml", "<x/>");
    Seal.of(folder).add(Optional.empty());
    Files.writeString(folder.resolve("report.csv"), "forged");
    String hash = FolderFiles.sha256("forged".getBytes(StandardCharsets.UTF_8));
    Path second = folder.resolve("manifest-2.json");
    Files.writeString(
        second,
        Files.readString(second)
            .replaceFirst(
                "\"files\": \\[",
                "\"files\": [{\"sha256\":\"" + hash + "\",\"size\":6,\"name\":\"report.csv\"},"));
    assertThat(verify().faults())
        .containsExactly(
            "report.csv was changed: it has 6 bytes, sealed were 5",
            "report.csv is named twice: manifest-2.json names it again");
  }

  @Test
  void aReplacedManifestBreaksWhatFollowsIt() throws IOException, ConfigException {
    Folders.add(folder, "report.xml", "<x/>");
    Seal.of(folder).add(Optional.empty());
    Path first = folder.resolve("manifest.json");
    Files.writeString(first, Files.readString(first).replace("scan-1", "scan-2"));
    assertThat(verify().faults()).singleElement().asString().contains("does not follow");
  }

  @Test
  void inspectionsAreChained() throws IOException, ConfigException {
    Path next = Folders.result(home.resolve("next"), "scan-2");
    Seal.of(next).set("scan-2", Optional.of(folder), Optional.empty());
    assertThat(Verifier.verify(next, Optional.empty(), Optional.of(folder)).faults()).isEmpty();
    assertThat(Verifier.verify(next, Optional.empty(), Optional.empty()).remarks())
        .anyMatch(r -> r.startsWith("chained to scan-1"));
    assertThat(Verifier.verify(folder, Optional.empty(), Optional.of(next)).faults())
        .containsExactly("manifest.json is not chained to any earlier inspection");
    Files.writeString(
        folder.resolve("manifest.json"), Files.readString(folder.resolve("manifest.json")) + " ");
    assertThat(Verifier.verify(next, Optional.empty(), Optional.of(folder)).faults())
        .singleElement()
        .asString()
        .startsWith("the chain is broken");
  }

  @Test
  void rawBytesThatAreNotThoseOfTheObservationAreFound() throws IOException, ConfigException {
    Path forged = home.resolve("forged");
    Folders.result(forged, "scan-3");
    Files.delete(forged.resolve("end.json"));
    try (JournalWriter journal = JournalWriter.resume(forged)) {
      journal.observed(Folders.observation("00".repeat(32)), new byte[] {1, 2, 3});
    }
    Seal.of(forged).set("scan-3", Optional.empty(), Optional.empty());
    assertThat(Verifier.verify(forged, Optional.empty(), Optional.empty()).faults())
        .singleElement()
        .asString()
        .contains("the bytes kept with observation o1 do not have the hash that it states");
  }

  @Test
  void goingOnWithAScanTakesTheSealOff() throws IOException, ConfigException {
    Files.delete(folder.resolve("end.json"));
    JournalWriter.resume(folder).close();
    assertThat(folder.resolve("manifest.json")).doesNotExist();
  }

  @Test
  void writingOverAResultRemovesWhatItsSealNames() throws ConfigException {
    Seal.of(folder).discard();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void onlyTheOwnerReads() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all)
          .hasSizeGreaterThan(5)
          .allSatisfy(
              f ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(f)))
                      .as("%s", f)
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void aLinkInTheFolderIsNotSealed() throws IOException {
    Path other = home.resolve("linked");
    assertThatThrownBy(
            () -> {
              Folders.result(other, "scan-4");
              Files.createSymbolicLink(other.resolve("x"), home);
              Seal.of(other).set("scan-4", Optional.empty(), Optional.empty());
            })
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("is no file of its own");
    assertThat(other.resolve(ResultFolder.MANIFEST)).doesNotExist();
  }
}

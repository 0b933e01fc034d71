package org.camsweep.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.camsweep.export.spi.Exporter;
import org.junit.jupiter.api.Test;

class ExportCatalogueTest {
  @Test
  void holdsEveryExporter() {
    var onTheClasspath =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.camsweep.export")
                .stream()
                .filter(c -> c.isAssignableTo(Exporter.class) && !c.isInterface())
                .map(JavaClass::getName)
                .toList();
    assertThat(ExportCatalogue.all())
        .extracting(e -> e.getClass().getName())
        .containsExactlyInAnyOrderElementsOf(onTheClasspath)
        .isNotEmpty();
  }

  @Test
  void aWordNamesOneFormat() {
    assertThat(ExportCatalogue.all()).extracting(Exporter::format).doesNotHaveDuplicates();
    for (Exporter exporter : ExportCatalogue.all()) {
      assertThat(ExportCatalogue.find(exporter.format())).containsSame(exporter);
    }
    assertThat(ExportCatalogue.find("nessus")).isEmpty();
  }
}

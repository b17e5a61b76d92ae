package io.kuaka.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.hibernate.line.HibernateLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastReadingTest {
    @TempDir
    private Path folder;

    @Test
    void tellsAnUpgradeFromAChangeOfTheEntities() throws IOException {
        Files.createDirectory(folder.resolve("target"));
        reading("7.2.25.Final").remember();

        assertThat(reading("7.2.26.Final").remarks(true)).isEmpty();
        assertThat(reading("7.4.15.Final").remarks(false)).isEmpty();
        assertThat(reading("7.4.15.Final").remarks(true))
                .singleElement()
                .asString()
                .startsWith("Hibernate 7.2 read the entities before, and Hibernate 7.4 does now.");

        reading("7.4.15.Final").remember();
        assertThat(reading("7.4.15.Final").remarks(true)).isEmpty();
    }

    @Test
    void namesALineThatKuakaIsNotTestedWith() {
        assertThat(reading("8.0.0.Beta1").remarks(false))
                .singleElement()
                .asString()
                .startsWith("Kuaka isn't tested with Hibernate 8.0.0.Beta1");
    }

    @Test
    void writesNothingWhereThereIsNoBuildFolder() {
        reading("7.4.15.Final").remember();

        assertThat(folder).isEmptyDirectory();
    }

    private LastReading reading(String version) {
        return new LastReading(folder, HibernateLine.of(version));
    }
}

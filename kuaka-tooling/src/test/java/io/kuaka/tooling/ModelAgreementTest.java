package io.kuaka.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.tooling.ModelAgreement.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelAgreementTest {
    @TempDir
    Path folder;

    private Path classes;
    private Path library;

    @BeforeEach
    void makeAClassPath() throws IOException {
        classes = Files.createDirectories(folder.resolve("classes/META-INF")).getParent();
        write("Book.class", "book-1");
        write("META-INF/orm.xml", "<orm/>");
        library = folder.resolve("library.jar");
        jar("code-1", 0);
        keep(Known.SETTLED);
    }

    @Test
    void nothingIsKnownAtFirstAndThenWhatWasKept() {
        assertThat(known()).isEqualTo(Known.SETTLED);
        assertThat(ModelAgreement.of(Optional.of(folder.resolve("other")), classPath(), Map.of())
                        .known())
                .isEqualTo(Known.NOTHING);
        assertThat(ModelAgreement.of(Optional.empty(), classPath(), Map.of()).known())
                .isEqualTo(Known.NOTHING);
    }

    @Test
    void lessThanIsKnownIsNotKept() throws IOException {
        keep(Known.EQUAL);
        assertThat(known()).isEqualTo(Known.SETTLED);
        write("Book.class", "book-2");
        keep(Known.EQUAL);
        assertThat(known()).isEqualTo(Known.EQUAL);
        keep(Known.SETTLED);
        assertThat(known()).isEqualTo(Known.SETTLED);
    }

    /** Their names, lengths and times stay the same. */
    @Test
    void noticesAnotherClassOrResource() throws IOException {
        write("Book.class", "book-2");
        assertThat(known()).isEqualTo(Known.NOTHING);
        write("Book.class", "book-1");
        assertThat(known()).isEqualTo(Known.SETTLED);
        write("META-INF/orm.xml", "<Orm/>");
        assertThat(known()).isEqualTo(Known.NOTHING);
    }

    @Test
    void noticesFilesThatComeAndGo() throws IOException {
        write("META-INF/persistence.xml", "<persistence/>");
        assertThat(known()).isEqualTo(Known.NOTHING);
        Files.delete(classes.resolve("META-INF/persistence.xml"));
        assertThat(known()).isEqualTo(Known.SETTLED);
        Files.move(classes.resolve("Book.class"), classes.resolve("META-INF/Book.class"));
        assertThat(known()).isEqualTo(Known.NOTHING);
    }

    /** Another Hibernate, say, even in a file of the same name, length and time. */
    @Test
    void noticesAnotherLibrary() throws IOException {
        jar("code-2", 0);
        assertThat(known()).isEqualTo(Known.NOTHING);
        jar("code-1", 1);
        assertThat(known()).isEqualTo(Known.NOTHING);
        jar("code-1", 0);
        assertThat(known()).isEqualTo(Known.SETTLED);
        Files.writeString(library, "This is no jar, but it has a content.");
        assertThat(known()).isEqualTo(Known.NOTHING);
        keep(Known.EQUAL);
        assertThat(known()).isEqualTo(Known.EQUAL);
        Files.writeString(library, "This is no jar, but it has A content.");
        assertThat(known()).isEqualTo(Known.NOTHING);
    }

    @Test
    void noticesAnotherOrderAndLength() {
        assertThat(known(List.of(library, classes), Map.of())).isEqualTo(Known.NOTHING);
        assertThat(known(List.of(classes), Map.of())).isEqualTo(Known.NOTHING);
        assertThat(known(List.of(classes, library, folder.resolve("missing.jar")), Map.of()))
                .isEqualTo(Known.NOTHING);
    }

    @Test
    void noticesAnotherSetting() {
        assertThat(known(List.of(classes, library), Map.of("hibernate.default_schema", "shop")))
                .isEqualTo(Known.NOTHING);
        System.setProperty("hibernate.default_schema", "shop");
        try {
            assertThat(known()).isEqualTo(Known.NOTHING);
        } finally {
            System.clearProperty("hibernate.default_schema");
        }
        assertThat(known()).isEqualTo(Known.SETTLED);
    }

    @Test
    void believesOnlyWhatItWrote() throws IOException {
        Path file = folder.resolve("cache/models.agreed");
        String whole = Files.readString(file);
        for (int length = 0; length < whole.length(); length++) {
            Files.writeString(file, whole.substring(0, length));
            assertThat(known()).as(whole.substring(0, length)).isEqualTo(Known.NOTHING);
        }
        Files.writeString(file, whole.replace("SETTLED", "ALWAYS"));
        assertThat(known()).isEqualTo(Known.NOTHING);
    }

    private Known known() {
        return known(List.of(classes, library), Map.of());
    }

    private Known known(List<Path> roots, Map<String, String> settings) {
        return agreement(ContentFingerprint.of(roots), settings).known();
    }

    private void keep(Known found) {
        agreement(classPath(), Map.of()).keep(found);
    }

    private String classPath() {
        return ContentFingerprint.of(List.of(classes, library));
    }

    private ModelAgreement agreement(String classPath, Map<String, String> settings) {
        return ModelAgreement.of(Optional.of(folder.resolve("cache")), classPath, settings);
    }

    private void write(String name, String text) throws IOException {
        Path file = Files.writeString(classes.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    }

    private void jar(String code, int more) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(library))) {
            for (int i = 0; i <= more; i++) {
                ZipEntry entry = new ZipEntry("Code" + i + ".class");
                entry.setTime(0);
                out.putNextEntry(entry);
                out.write(code.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        Files.setLastModifiedTime(library, FileTime.fromMillis(0));
    }
}

package io.kuaka.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares texts with files below {@code src/test/resources/golden}; {@code -Dgolden=update} rewrites them. */
public final class Golden {
    private static final Path ROOT = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /** Asserts that {@code actual} is what the file holds, or writes it there when golden files are updated. */
    public static void assertGolden(String file, String actual) {
        Path path = ROOT.resolve(file);
        try {
            if ("update".equals(System.getProperty("golden"))) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, actual);
            }
            assertThat(Files.exists(path))
                    .as("golden file %s; make it with -Dgolden=update and review it", path)
                    .isTrue();
            assertThat(actual).as("golden file %s", path).isEqualTo(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.kuaka.loader.index;

import io.kuaka.base.MigrationException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import java.util.stream.Stream;

/** Who writes an index: this very build of Kuaka on this line of Java. What another one wrote may mean something else. */
public final class Writer {
    private static final String PRESENT = Runtime.version().feature() + "/" + build();

    private Writer() {}

    /** Returns the name of this writer: one word. */
    public static String present() {
        return PRESENT;
    }

    private static String build() {
        try {
            CodeSource source = MigrationException.class.getProtectionDomain().getCodeSource();
            if (source != null && source.getLocation().getProtocol().equals("file")) {
                Path place = Path.of(source.getLocation().toURI());
                return Files.isDirectory(place)
                        ? ofFolder(place)
                        : Fingerprint.of(place).toString();
            }
        } catch (IOException | URISyntaxException | SecurityException e) {
            // The release says enough.
        }
        return Objects.requireNonNullElse(MigrationException.class.getPackage().getImplementationVersion(), "?");
    }

    private static String ofFolder(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                all.append(folder.relativize(file)).append(Fingerprint.of(file));
            }
        }
        return Fingerprint.of(all.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }
}

package io.kuaka.loader.index;

import io.kuaka.base.MigrationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;

/** This very build of Kuaka on this line of Java. What another one has written may mean something else. */
public final class BuildStamp {
    private static final String PRESENT = Runtime.version().feature() + "/" + build();

    private BuildStamp() {}

    /** Returns its name: one word. */
    public static String present() {
        return PRESENT;
    }

    private static String build() {
        try {
            CodeSource source = MigrationException.class.getProtectionDomain().getCodeSource();
            if (source != null && source.getLocation() != null) {
                return fingerprint(source.getLocation()).toString();
            }
        } catch (IOException | URISyntaxException | SecurityException | IllegalArgumentException e) {
            // The release says enough.
        }
        return Objects.requireNonNullElse(MigrationException.class.getPackage().getImplementationVersion(), "?");
    }

    /**
     * Returns the fingerprint of a folder of classes, of a jar, or of a jar in a jar: that of the jar itself, so that what is
     * written while an application is built holds when it is packaged.
     */
    static Fingerprint fingerprint(URL place) throws IOException, URISyntaxException {
        if (place.openConnection() instanceof JarURLConnection inside) {
            return fingerprint(inside.getJarFileURL());
        }
        if (!place.getProtocol().equals("file")) {
            try (InputStream jar = place.openStream()) {
                return Fingerprint.of(jar);
            }
        }
        Path path = Path.of(place.toURI());
        return Files.isDirectory(path) ? Fingerprint.ofFolder(path) : Fingerprint.of(path);
    }
}

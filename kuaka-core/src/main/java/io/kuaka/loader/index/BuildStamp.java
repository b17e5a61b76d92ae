package io.kuaka.loader.index;

import io.kuaka.base.MigrationException;
import java.io.IOException;
import java.net.URISyntaxException;
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
            if (source != null && source.getLocation().getProtocol().equals("file")) {
                Path place = Path.of(source.getLocation().toURI());
                return (Files.isDirectory(place) ? Fingerprint.ofFolder(place) : Fingerprint.of(place)).toString();
            }
        } catch (IOException | URISyntaxException | SecurityException e) {
            // The release says enough.
        }
        return Objects.requireNonNullElse(MigrationException.class.getPackage().getImplementationVersion(), "?");
    }
}

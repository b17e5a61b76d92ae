package io.kuaka.loader.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * The file of a class, where a scan has found it.
 *
 * @param root the folder or jar
 * @param content of the file
 */
public record FoundClass(Path root, Content content) {
    /** The content of a class file, as far as it can be told which one a class loader would take. */
    public interface Content {
        /** Returns the fingerprint; empty if the file can't tell what the class is. */
        Optional<Fingerprint> fingerprint() throws IOException;

        /** Returns the fingerprint that the file has by now. */
        default Optional<Fingerprint> fingerprintNow() throws IOException {
            return fingerprint();
        }

        /** Returns the bytes, if they can be read again. */
        default Optional<byte[]> bytes() throws IOException {
            return Optional.empty();
        }
    }

    private record InFolder(Path file) implements Content {
        @Override
        public Optional<Fingerprint> fingerprint() throws IOException {
            return Optional.of(Fingerprint.of(Files.readAllBytes(file)));
        }

        @Override
        public Optional<byte[]> bytes() throws IOException {
            return Optional.of(Files.readAllBytes(file));
        }
    }

    private record InJar(Path jar, String name, Optional<Fingerprint> fingerprint) implements Content {
        @Override
        public Optional<Fingerprint> fingerprintNow() throws IOException {
            return fingerprint.isEmpty() ? fingerprint : bytes().map(Fingerprint::of);
        }

        @Override
        public Optional<byte[]> bytes() throws IOException {
            try (JarFile file = new JarFile(jar.toFile())) {
                ZipEntry entry = file.getEntry(name);
                return entry == null
                        ? Optional.empty()
                        : Optional.of(file.getInputStream(entry).readAllBytes());
            }
        }
    }

    /** Returns the class of a file in a folder. */
    public static FoundClass inFolder(Path root, Path file) {
        return new FoundClass(root, new InFolder(file));
    }

    /** Returns the class of an entry in a jar. */
    public static FoundClass inJar(Path root, String name, Optional<Fingerprint> fingerprint) {
        return new FoundClass(root, new InJar(root, name, fingerprint));
    }

    /** Returns the class of an entry in a jar that is in the jar {@code root}. */
    public static FoundClass inside(Path root, Optional<Fingerprint> fingerprint) {
        return new FoundClass(root, () -> fingerprint);
    }

    /** Returns this class as one of which there are several, so that only the class loader knows which one it takes. */
    public FoundClass ambiguous() {
        return new FoundClass(root, Optional::empty);
    }

    /** Returns the fingerprint; empty if the file can't tell what the class is. */
    public Optional<Fingerprint> fingerprint() {
        try {
            return content.fingerprint();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns whether the file is still what it was when {@code then} was its fingerprint. */
    boolean isStill(Optional<Fingerprint> then) {
        try {
            return content.fingerprintNow().equals(then);
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns whether nothing but this file decides what the class is. */
    boolean isIndependent() {
        try {
            return content.bytes().filter(ClassReferences::areHarmless).isPresent();
        } catch (IOException e) {
            return false;
        }
    }
}

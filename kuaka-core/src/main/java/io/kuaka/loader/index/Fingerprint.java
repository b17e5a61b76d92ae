package io.kuaka.loader.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * By what the content of a file is recognized: a jar has the same of its entries, so that a class keeps it when it is
 * packed.
 *
 * <p>It protects from what happens, not from an attack: two versions of a file that have the same length have the same
 * one in one of four billion cases.
 */
public record Fingerprint(long length, int crc) {
    private static final int RADIX = 16;

    /** Returns the fingerprint of a content. */
    public static Fingerprint of(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content, 0, content.length);
        return new Fingerprint(content.length, (int) crc.getValue());
    }

    /** Returns the fingerprint of a file. */
    public static Fingerprint of(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return of(content);
        }
    }

    /** Returns the fingerprint of a content that is read. */
    static Fingerprint of(InputStream content) throws IOException {
        CRC32 crc = new CRC32();
        long length = 0;
        byte[] buffer = new byte[1 << 16];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            crc.update(buffer, 0, read);
            length += read;
        }
        return new Fingerprint(length, (int) crc.getValue());
    }

    /** Returns the fingerprint of the names and contents of all files in a folder. */
    public static Fingerprint ofFolder(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                all.append(folder.relativize(file)).append(' ').append(of(file)).append('\n');
            }
        }
        return of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the fingerprint that the directory of a jar has of an entry; empty if it has none. */
    public static Optional<Fingerprint> of(ZipEntry entry) {
        boolean isKnown = entry.getCrc() >= 0 && entry.getSize() >= 0;
        return isKnown ? Optional.of(new Fingerprint(entry.getSize(), (int) entry.getCrc())) : Optional.empty();
    }

    /**
     * Returns the fingerprint that a text is.
     *
     * @throws NumberFormatException if it is none
     */
    static Fingerprint parse(String text) {
        int middle = text.indexOf('-');
        if (middle < 0) {
            throw new NumberFormatException(text);
        }
        return new Fingerprint(
                Long.parseLong(text.substring(0, middle)), Integer.parseUnsignedInt(text.substring(middle + 1), RADIX));
    }

    @Override
    public String toString() {
        return length + "-" + Integer.toHexString(crc);
    }
}

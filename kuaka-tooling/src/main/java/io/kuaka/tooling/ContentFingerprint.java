package io.kuaka.tooling;

import io.kuaka.loader.index.Fingerprint;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * By what the content of folders and jars is recognized: the names and contents of all files, never their times.
 *
 * <p>A jar has fingerprints of its entries in the directory at its end, so only that is read.
 */
final class ContentFingerprint {
    /** The end of a jar's directory without a comment (APPNOTE of PKWARE, 4.3.16). */
    private static final int END_LENGTH = 22;

    private static final int END_SIGNATURE = 0x504b0506;
    private static final int SIZE = 12;

    private ContentFingerprint() {}

    /** Returns a text with a line for each folder or jar; a class path that can't be read whole has another each time. */
    static String of(List<Path> roots) {
        List<String> lines = new ArrayList<>();
        for (Path root : roots) {
            try {
                String content =
                        Files.isDirectory(root) ? Fingerprint.ofFolder(root).toString() : jar(root);
                lines.add(root.toAbsolutePath() + " " + content);
            } catch (IOException | UncheckedIOException e) {
                lines.add(root + " " + UUID.randomUUID());
            }
        }
        return String.join("\n", lines);
    }

    private static String jar(Path jar) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "r")) {
            long length = file.length();
            byte[] end = new byte[END_LENGTH];
            if (length >= END_LENGTH) {
                file.seek(length - END_LENGTH);
                file.readFully(end);
            }
            long size = number(end, SIZE);
            if (Integer.reverseBytes((int) number(end, 0)) != END_SIGNATURE || size > length - END_LENGTH) {
                return Fingerprint.of(jar).toString();
            }
            byte[] directory = new byte[(int) size];
            file.seek(length - END_LENGTH - size);
            file.readFully(directory);
            return length + "-" + Fingerprint.of(directory);
        }
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = Integer.BYTES - 1; i >= 0; i--) {
            number = number << Byte.SIZE | Byte.toUnsignedInt(bytes[from + i]);
        }
        return number;
    }
}

package io.kuaka.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads the recorded cases from the folder in {@code -Dkuaka.conformance}, by default {@code ../shared/conformance} seen
 * from the root of the repository. Without the folder a test is skipped and says why.
 */
public final class Corpus {
    /** Reads and writes JSON. */
    public static final ObjectMapper JSON = new ObjectMapper();

    private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

    private Corpus() {}

    /** Returns the cases of {@code kind}, the name of a corpus file without its ending, in the order of the file. */
    public static List<ConformanceCase> read(String kind) {
        Path folder = REPOSITORY.resolve(System.getProperty("kuaka.conformance", "../shared/conformance"));
        assumeTrue(
                Files.isDirectory(folder),
                "The recorded cases are not at " + folder.normalize() + "; name their folder with"
                        + " -Dkuaka.conformance=DIR.");
        Path plain = folder.resolve(kind + ".jsonl");
        Path zipped = folder.resolve(kind + ".jsonl.gz");
        try (InputStream bytes = Files.exists(plain)
                        ? Files.newInputStream(plain)
                        : new GZIPInputStream(Files.newInputStream(zipped));
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            List<ConformanceCase> cases = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    cases.add(ConformanceCase.of(kind, JSON.readTree(line)));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the resource {@code name} of this package's folder holds. */
    static JsonNode resource(String name) {
        try (InputStream bytes = Corpus.class.getResourceAsStream("/conformance/" + name)) {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

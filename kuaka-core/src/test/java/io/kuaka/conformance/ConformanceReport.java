package io.kuaka.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Runs all cases of a kind and writes a line for each to {@code target/conformance/KIND.txt}: pass, differs deliberately,
 * not applicable or FAIL.
 *
 * <p>Two lists among the resources say what isn't meant to pass. {@code not-applicable.json} holds a reason per tag (or
 * per name that an adapter gives), below the kind or below {@code all}. {@code deliberate-differences.json} holds per
 * kind and id a reason and Kuaka's own answer, which is then what has to come out.
 */
public final class ConformanceReport {
    private static final JsonNode NOT_APPLICABLE = Corpus.resource("not-applicable.json");
    private static final JsonNode DIFFERENCES = Corpus.resource("deliberate-differences.json");

    private enum Outcome {
        PASS("pass"),
        DIFFERS("differs deliberately"),
        NOT_APPLICABLE("not applicable"),
        FAIL("FAIL");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }
    }

    private record Line(String id, Outcome outcome, String note) {
        String text() {
            return id + "\t" + outcome.words + (note.isEmpty() ? "" : "\t" + note.replaceAll("\\s+", " "));
        }
    }

    private final String kind;
    private final ConformanceAdapter adapter;

    private ConformanceReport(String kind, ConformanceAdapter adapter) {
        this.kind = kind;
        this.adapter = adapter;
    }

    /** Runs all cases of {@code kind}, writes the report, and returns a test for each case. */
    public static Stream<DynamicTest> tests(String kind, ConformanceAdapter adapter) {
        ConformanceReport report = new ConformanceReport(kind, adapter);
        List<Line> lines = new ArrayList<>();
        Corpus.read(kind).forEach(each -> lines.add(report.judge(each)));
        report.write(lines);
        return lines.stream()
                .map(line -> DynamicTest.dynamicTest(line.id(), () -> {
                    if (line.outcome() == Outcome.FAIL) {
                        Assertions.fail(line.note());
                    }
                }));
    }

    private Line judge(ConformanceCase each) {
        Optional<String> reason = each.tags().stream()
                .sorted()
                .flatMap(tag -> reason(tag).stream())
                .findFirst();
        if (reason.isPresent()) {
            return new Line(each.id(), Outcome.NOT_APPLICABLE, reason.get());
        }
        try {
            return compare(each, adapter.answer(each));
        } catch (ConformanceAdapter.NotApplicable e) {
            return reason(e.reason())
                    .map(words -> new Line(each.id(), Outcome.NOT_APPLICABLE, words))
                    .orElseGet(() -> new Line(each.id(), Outcome.FAIL, "No reason is listed for " + e.reason()));
        } catch (Exception | AssertionError e) {
            return new Line(each.id(), Outcome.FAIL, e + " at " + e.getStackTrace()[0]);
        }
    }

    private Line compare(ConformanceCase each, JsonNode answer) {
        JsonNode django = adapter.expected(each);
        JsonNode difference = DIFFERENCES.path(kind).path(each.id());
        JsonNode expected = difference.isMissingNode() ? django : difference.path("expected");
        if (!answer.equals(expected)) {
            ObjectNode both = Corpus.JSON.createObjectNode();
            both.set("expected", expected);
            both.set("answer", answer);
            return new Line(each.id(), Outcome.FAIL, both.toString());
        }
        if (difference.isMissingNode()) {
            return new Line(each.id(), Outcome.PASS, "");
        }
        return answer.equals(django)
                ? new Line(each.id(), Outcome.FAIL, "It doesn't differ any more: take it off the list.")
                : new Line(each.id(), Outcome.DIFFERS, difference.path("reason").asText());
    }

    private Optional<String> reason(String name) {
        JsonNode own = NOT_APPLICABLE.path(kind).path(name);
        JsonNode reason = own.isMissingNode() ? NOT_APPLICABLE.path("all").path(name) : own;
        return reason.isMissingNode() ? Optional.empty() : Optional.of(reason.asText());
    }

    private void write(List<Line> lines) {
        Path folder = Path.of("target", "conformance");
        try {
            Files.createDirectories(folder);
            Files.write(
                    folder.resolve(kind + ".txt"),
                    lines.stream().map(Line::text).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.kuaka.loader.index;

import io.kuaka.migration.MigrationKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The form of an index in a file: a line that says who wrote it and what the others' fingerprint is, and a line for each
 * class.
 */
final class IndexText {
    private static final String MAGIC = "kuaka-migrations-1";
    private static final String NOTHING = "-";
    private static final int FIELDS = 9;

    private IndexText() {}

    static String write(MigrationIndex index, String writer) {
        StringBuilder lines = new StringBuilder();
        index.entries().forEach((name, entry) -> lines.append(line(name, entry)).append('\n'));
        String body = lines.toString();
        return String.join("\t", MAGIC, writer, fingerprint(body)) + "\n" + body;
    }

    /** Reads an index; an empty one if it isn't whole, or was written by another writer. */
    static MigrationIndex read(String text, String writer) {
        int end = text.indexOf('\n');
        if (end < 0) {
            return MigrationIndex.empty();
        }
        String body = text.substring(end + 1);
        if (!text.substring(0, end).equals(String.join("\t", MAGIC, writer, fingerprint(body)))) {
            return MigrationIndex.empty();
        }
        SortedMap<String, IndexEntry> entries = new TreeMap<>();
        try {
            body.lines().forEach(line -> add(line.split("\t", -1), entries));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // Written whole, but by something else.
            return MigrationIndex.empty();
        }
        return new MigrationIndex(entries);
    }

    private static String fingerprint(String body) {
        return Fingerprint.of(body.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String line(String name, IndexEntry entry) {
        IndexEntry.Facts facts = entry.facts();
        return String.join(
                "\t",
                name,
                entry.fingerprint().toString(),
                entry.kind().name(),
                keys(facts.dependencies()),
                keys(facts.runBefore()),
                keys(facts.replaces()),
                facts.initial().map(String::valueOf).orElse(NOTHING),
                String.valueOf(facts.atomic()),
                entry.checksum().orElse(NOTHING));
    }

    private static String keys(List<MigrationKey> keys) {
        return keys.stream().map(MigrationKey::toString).collect(Collectors.joining(" "));
    }

    private static void add(String[] fields, SortedMap<String, IndexEntry> entries) {
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("A line has " + fields.length + " fields.");
        }
        IndexEntry.Facts facts = new IndexEntry.Facts(
                keys(fields[3]),
                keys(fields[4]),
                keys(fields[5]),
                value(fields[6]).map(Boolean::valueOf),
                Boolean.parseBoolean(fields[7]));
        entries.put(
                fields[0],
                new IndexEntry(
                        Fingerprint.parse(fields[1]), IndexEntry.Kind.valueOf(fields[2]), facts, value(fields[8])));
    }

    private static List<MigrationKey> keys(String text) {
        List<MigrationKey> keys = new ArrayList<>();
        if (!text.isEmpty()) {
            for (String key : text.split(" ", -1)) {
                keys.add(MigrationKey.parse(key));
            }
        }
        return keys;
    }

    private static Optional<String> value(String text) {
        return text.equals(NOTHING) ? Optional.empty() : Optional.of(text);
    }
}

package io.kuaka.loader.index;

import io.kuaka.migration.MigrationNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a search for migrations has found out, to be kept for the next one.
 *
 * <p>A file may change while its class is loaded. So its fingerprint is taken before that, and what was found out counts
 * if it is still the same afterwards.
 */
public final class IndexDraft {
    private final MigrationIndex known;
    private final boolean isKept;
    private final List<Seen> seen = new ArrayList<>();

    /** A class file that is looked at, with what is known of it. */
    public record Sighting(
            String className,
            FoundClass file,
            Optional<Fingerprint> fingerprint,
            @Nullable IndexEntry known) {
        /** Returns what the class is known to be; empty if it has to be loaded. */
        public Optional<IndexEntry> usable() {
            return Optional.ofNullable(known).filter(entry -> entry.kind() != IndexEntry.Kind.DEPENDENT);
        }

        private boolean isStillThere() {
            return file.isStill(fingerprint);
        }
    }

    private record Seen(Sighting sighting, Optional<MigrationNode> migration) {
        /** Returns whether more is known now than that the class is what the index says. */
        boolean isNews() {
            IndexEntry before = sighting.known();
            return before == null
                    || (before.kind() == IndexEntry.Kind.MIGRATION
                            && before.checksum().isEmpty()
                            && migration
                                    .filter(node -> node.operations().isThere())
                                    .isPresent());
        }
    }

    /**
     * Makes a draft of what follows a search that knows an index.
     *
     * @param isKept whether it will be kept
     */
    public IndexDraft(MigrationIndex known, boolean isKept) {
        this.known = known;
        this.isKept = isKept;
    }

    /** Looks at a class file, before its class is loaded. */
    public Sighting look(String className, FoundClass file) {
        IndexEntry entry = known.entries().get(className);
        if (entry == null && !isKept) {
            return new Sighting(className, file, Optional.empty(), null);
        }
        Optional<Fingerprint> fingerprint = file.fingerprint();
        boolean isKnown =
                entry != null && fingerprint.filter(entry.fingerprint()::equals).isPresent();
        return new Sighting(className, file, fingerprint, isKnown ? entry : null);
    }

    /** Adds a class that was found to be a migration, or something else. */
    public void add(Sighting sighting, Optional<MigrationNode> migration) {
        seen.add(new Seen(sighting, migration));
    }

    /**
     * Returns what is known now.
     *
     * @param checksum makes the checksum of a migration whose operations are there
     */
    public MigrationIndex index(Function<MigrationNode, String> checksum) {
        SortedMap<String, IndexEntry> entries = new TreeMap<>();
        for (Seen each : seen) {
            IndexEntry entry =
                    each.isNews() ? entry(each, checksum) : each.sighting().known();
            if (entry != null) {
                entries.put(each.sighting().className(), entry);
            }
        }
        return new MigrationIndex(entries);
    }

    private static @Nullable IndexEntry entry(Seen each, Function<MigrationNode, String> checksum) {
        Sighting sighting = each.sighting();
        Fingerprint fingerprint = sighting.fingerprint().orElse(null);
        if (fingerprint == null) {
            return null;
        }
        boolean isIndependent = sighting.known() != null || sighting.file().isIndependent();
        IndexEntry entry = isIndependent ? entry(fingerprint, each, checksum) : IndexEntry.dependent(fingerprint);
        return sighting.isStillThere() ? entry : null;
    }

    private static IndexEntry entry(Fingerprint fingerprint, Seen each, Function<MigrationNode, String> checksum) {
        return each.migration()
                .map(node -> IndexEntry.of(fingerprint, node, checksum(node, checksum)))
                .orElseGet(() -> IndexEntry.other(fingerprint));
    }

    private static Optional<String> checksum(MigrationNode node, Function<MigrationNode, String> checksum) {
        return node.operations().isThere()
                ? Optional.of(checksum.apply(node))
                : node.operations().knownChecksum();
    }
}

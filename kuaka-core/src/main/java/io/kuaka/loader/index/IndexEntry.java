package io.kuaka.loader.index;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a class in a package of migrations is.
 *
 * @param fingerprint of its file; for any other file the entry says nothing
 * @param facts what its annotations say; meaningful for migrations only
 * @param checksum of its operations, if they have been asked for
 */
public record IndexEntry(Fingerprint fingerprint, Kind kind, Facts facts, Optional<String> checksum) {
    /** What the class is. */
    public enum Kind {
        MIGRATION,
        /** No migration, or one that is retired. */
        OTHER,
        /** A class that has to be loaded each time, because more than its own file decides what it is. */
        DEPENDENT
    }

    /** What the annotations of a migration say. */
    public record Facts(
            List<MigrationKey> dependencies,
            List<MigrationKey> runBefore,
            List<MigrationKey> replaces,
            Optional<Boolean> initial,
            boolean atomic) {
        static final Facts NONE = new Facts(List.of(), List.of(), List.of(), Optional.empty(), true);

        public Facts {
            dependencies = List.copyOf(dependencies);
            runBefore = List.copyOf(runBefore);
            replaces = List.copyOf(replaces);
        }

        static Facts of(MigrationNode node) {
            return new Facts(node.dependencies(), node.runBefore(), node.replaces(), node.initial(), node.atomic());
        }

        /** Returns whether the index can hold them: its keys are words between spaces. */
        boolean canBeWritten() {
            return Stream.of(dependencies, runBefore, replaces)
                    .flatMap(List::stream)
                    .noneMatch(key -> key.toString().chars().anyMatch(each -> each <= ' '));
        }
    }

    /** Returns the entry of a class that only loading can tell about. */
    static IndexEntry dependent(Fingerprint fingerprint) {
        return new IndexEntry(fingerprint, Kind.DEPENDENT, Facts.NONE, Optional.empty());
    }

    /** Returns the entry of a class that is no migration. */
    static IndexEntry other(Fingerprint fingerprint) {
        return new IndexEntry(fingerprint, Kind.OTHER, Facts.NONE, Optional.empty());
    }

    /** Returns the entry of a migration. */
    static IndexEntry of(Fingerprint fingerprint, MigrationNode node, Optional<String> checksum) {
        Facts facts = Facts.of(node);
        return facts.canBeWritten()
                ? new IndexEntry(fingerprint, Kind.MIGRATION, facts, checksum)
                : dependent(fingerprint);
    }
}

package io.kuaka.command;

import io.kuaka.command.history.Mismatch;
import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.History;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.UnknownAppException;
import io.kuaka.executor.MigrationScript;
import io.kuaka.graph.Direction;
import io.kuaka.graph.InconsistentHistoryException;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.lease.LeaseOffice;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.recorder.JournalEntry;
import io.kuaka.recorder.LeaseRow;
import io.kuaka.schema.statement.WalkProgress;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lists all migrations, and which of them a database has applied. */
public final class ShowMigrations {
    /**
     * The options.
     *
     * @param apps the apps to list; empty for all
     */
    public record Options(SortedSet<String> apps) {
        /** Returns options for all apps. */
        public static Options all() {
            return new Options(new TreeSet<>());
        }
    }

    /** The status of a migration in a database. */
    public enum Status {
        APPLIED,
        /** It was edited after it was applied. */
        EDITED,
        /** All that it replaces is applied, and the next migrate will record it. */
        REPLACES_APPLIED,
        /** Some of its statements have run. */
        UNFINISHED,
        NOT_APPLIED
    }

    /**
     * The progress of a migration that isn't one transaction.
     *
     * @param statement the statement that was begun last, counted from 1; 0 for none
     * @param all how many statements it has
     * @param rows how far the statement is, if it changes rows in batches
     */
    public record Progress(int statement, int all, Optional<WalkProgress> rows) {
        /** Returns the progress in words, as in {@code statement 1 of 2: 12,000 rows, 11,500 of them changed}. */
        public String words() {
            return "statement " + statement + " of " + all
                    + rows.map(walk -> ": " + walk.words()).orElse("");
        }
    }

    /**
     * One migration.
     *
     * @param appliedAt when it was applied, in the database's own words
     * @param appliedBy who applied it, as far as that is known
     * @param replaced how many migrations it replaces
     * @param parents what it directly depends on
     * @param progress its progress, if it is unfinished
     */
    public record Entry(
            MigrationKey key,
            Status status,
            Optional<String> appliedAt,
            Optional<String> appliedBy,
            int replaced,
            List<MigrationKey> parents,
            Optional<Progress> progress) {}

    /**
     * What was found.
     *
     * @param byApp the migrations of each app, in order
     * @param order all of them in the order in which an empty database applies them
     * @param unknown applied migrations that don't exist
     * @param ahead those of them that the database got after all that the project has
     * @param conflicts the leaf migrations of the apps that have several
     * @param mismatches what was edited, renamed or deleted after it was applied
     * @param gaps the applied migrations with a dependency that isn't applied
     * @param runner the run that is currently migrating the database
     */
    public record Result(
            SortedMap<String, List<Entry>> byApp,
            List<Entry> order,
            List<MigrationKey> unknown,
            List<MigrationKey> ahead,
            SortedMap<String, List<MigrationKey>> conflicts,
            List<Mismatch> mismatches,
            List<InconsistentHistoryException.Offender> gaps,
            Optional<LeaseRow> runner) {
        /** Returns where the history and the migrations don't agree, and the way out, a text for each. */
        public List<String> problems() {
            List<String> problems =
                    new ArrayList<>(mismatches.stream().map(Mismatch::text).toList());
            if (!gaps.isEmpty()) {
                problems.add(InconsistentHistoryException.words(gaps));
            }
            return problems;
        }

        /** Returns that the database is ahead of the project, and the way out, as sentences; empty if it isn't. */
        public Optional<String> lead() {
            return ahead.isEmpty() ? Optional.empty() : Optional.of(UnknownAppliedException.words(ahead));
        }

        /** Returns the names of the applied migrations, in order. */
        public List<String> appliedNames() {
            return order.stream()
                    .filter(entry -> entry.status() == Status.APPLIED || entry.status() == Status.EDITED)
                    .map(entry -> entry.key().toString())
                    .toList();
        }
    }

    private final Project project;
    private final ConnectionSource source;

    /** Makes the command for an application and a database. */
    public ShowMigrations(Project project, ConnectionSource source) {
        this.project = project;
        this.source = source;
    }

    /**
     * Reads the database.
     *
     * @throws UnknownAppException if there is no such app
     */
    public Result run(Options options) {
        SortedSet<String> apps = options.apps();
        project.requireApps(apps);
        return History.with(source, connection -> {
            History history = History.read(project, source, connection);
            return result(apps, history, history.mismatches(connection), runner(connection));
        });
    }

    private Result result(
            SortedSet<String> apps, History history, List<Mismatch> allMismatches, Optional<LeaseRow> runner) {
        MigrationGraph graph = history.graph();
        SortedMap<String, List<Entry>> byApp = new TreeMap<>();
        (apps.isEmpty() ? project.labels() : apps).forEach(app -> byApp.put(app, new ArrayList<>()));
        List<Entry> order = new ArrayList<>();
        for (MigrationNode migration : graph.order()) {
            Entry entry = entry(migration.key(), history, allMismatches);
            List<Entry> ofApp = byApp.get(migration.key().app());
            if (ofApp != null) {
                ofApp.add(entry);
                order.add(entry);
            }
        }
        List<MigrationKey> unknown = history.applied().stream()
                .filter(key -> byApp.containsKey(key.app()))
                .filter(key ->
                        graph.allNodes().stream().noneMatch(node -> node.key().equals(key)))
                .toList();
        List<MigrationKey> ahead =
                history.unknownAhead().stream().filter(unknown::contains).toList();
        SortedMap<String, List<MigrationKey>> conflicts = graph.conflicts();
        conflicts.keySet().retainAll(byApp.keySet());
        List<Mismatch> mismatches = allMismatches.stream()
                .filter(each -> byApp.containsKey(each.migration().app()))
                .toList();
        List<InconsistentHistoryException.Offender> gaps = graph.gaps().stream()
                .filter(each -> byApp.containsKey(each.applied().app()))
                .toList();
        return new Result(byApp, order, unknown, ahead, conflicts, mismatches, gaps, runner);
    }

    private Optional<LeaseRow> runner(Connection connection) throws SQLException {
        return LeaseOffice.lookingAt(source.ownNames(), connection).holder();
    }

    private static Entry entry(MigrationKey key, History history, List<Mismatch> mismatches) {
        Optional<String> appliedAt = history.appliedAt(key);
        Optional<Progress> progress = history.unfinished().entry(key).map(entry -> progress(entry, history));
        return new Entry(
                key,
                status(key, history, appliedAt.isPresent(), mismatches),
                appliedAt,
                history.appliedBy(key),
                history.graph().replacedBy(key).size(),
                List.copyOf(history.graph().parents(key)),
                progress);
    }

    private static Status status(MigrationKey key, History history, boolean isRecorded, List<Mismatch> mismatches) {
        if (history.unfinished().has(key)) {
            return Status.UNFINISHED;
        }
        if (isRecorded && mismatches.stream().anyMatch(each -> each.migration().equals(key))) {
            return Status.EDITED;
        }
        if (history.graph().isApplied(key)) {
            return isRecorded ? Status.APPLIED : Status.REPLACES_APPLIED;
        }
        return Status.NOT_APPLIED;
    }

    private static Progress progress(JournalEntry entry, History history) {
        Direction direction = Direction.valueOf(entry.direction().toUpperCase(Locale.ROOT));
        MigrationKey key = entry.migration();
        ProjectState before =
                switch (direction) {
                    case FORWARD -> history.graph().states().onTheWayTo(key);
                    case BACKWARD -> history.graph().states().without(key);
                };
        MigrationScript script =
                MigrationScript.of(history.dialect(), history.graph().node(key), direction, before);
        // A run that has failed notes that nothing is running, but keeps the position.
        WalkProgress walk = history.unfinished().walk(key);
        int statement = walk.isBegun() ? Math.max(entry.begun(), entry.done() + 1) : entry.begun();
        return new Progress(
                statement, script.statements().size(), Optional.of(walk).filter(WalkProgress::isBegun));
    }
}

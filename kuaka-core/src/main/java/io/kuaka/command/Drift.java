package io.kuaka.command;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.DatabaseComparison;
import io.kuaka.command.project.History;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.UnknownAppException;
import io.kuaka.command.repair.Repair;
import io.kuaka.command.repair.Repairs;
import io.kuaka.compare.Comparison;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Plan;
import io.kuaka.migration.MigrationKey;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Compares a database with what the migrations in its history make of it: has somebody changed it by hand? */
public final class Drift {
    /**
     * What is wanted.
     *
     * @param apps the apps to look at; none for all, and then also what belongs to none
     * @param accepted the differences that are known and all right for a time
     * @param today the day that decides which of these are over
     */
    public record Options(SortedSet<String> apps, List<AcceptedDrift> accepted, LocalDate today) {
        public Options {
            accepted = List.copyOf(accepted);
        }

        /** Returns options for all apps, with nothing accepted. */
        public static Options all() {
            return new Options(new TreeSet<>(), List.of(), LocalDate.EPOCH);
        }
    }

    /**
     * What was found.
     *
     * @param differences in what the history knows, the worst first
     * @param accepted differences that are known and all right for a time
     * @param unknown tables and sequences that the history doesn't know
     * @param expired what was accepted until a day that is over
     * @param unused what was accepted and isn't there; found only where all apps are looked at
     * @param unknownMigrations what the history names though the project doesn't have it: its changes look like drift
     * @param repairs how each of the differences is fixed
     */
    public record Result(
            List<SchemaDifference> differences,
            List<SchemaDifference> accepted,
            List<SchemaDifference> unknown,
            List<AcceptedDrift> expired,
            List<AcceptedDrift> unused,
            List<MigrationKey> unknownMigrations,
            Map<SchemaDifference, Repair> repairs) {
        public Result {
            differences = List.copyOf(differences);
            accepted = List.copyOf(accepted);
            unknown = List.copyOf(unknown);
            expired = List.copyOf(expired);
            unused = List.copyOf(unused);
            unknownMigrations = List.copyOf(unknownMigrations);
            repairs = Map.copyOf(repairs);
        }

        /** Returns whether the database differs from its history in what nobody accepted. */
        public boolean isFound() {
            return !differences.isEmpty();
        }
    }

    private final Project project;
    private final ConnectionSource source;

    /** Makes the command for an application and a database. */
    public Drift(Project project, ConnectionSource source) {
        this.project = project;
        this.source = source;
    }

    /**
     * Looks at the database.
     *
     * @throws UnknownAppException when there is no such app
     * @throws io.kuaka.executor.UnfinishedMigrationException when a migration was interrupted, so that nobody knows what
     *     the database should have
     */
    public Result run(Options options) {
        project.requireApps(options.apps());
        return History.with(source, connection -> run(options, connection));
    }

    private Result run(Options options, Connection connection) throws SQLException {
        History history = History.read(project, source, connection);
        history.unfinished().requireContinuedBy(history.graph(), new Plan(List.of(), new TreeSet<>()));
        MigrationGraph graph = history.graph();
        ProjectState state = graph.states().of(graph.applied());
        Comparison comparison = DatabaseComparison.of(project, history.dialect(), source.ownNames(), connection, state);
        boolean isOfAll = options.apps().isEmpty();
        List<SchemaDifference> differences = isOfAll
                ? comparison.all().differences()
                : comparison.of(key -> options.apps().contains(key.app()));
        List<SchemaDifference> unknown = isOfAll ? comparison.all().unknown() : List.of();
        Predicate<SchemaDifference> isAccepted = difference -> options.accepted().stream()
                .anyMatch(each -> !each.isExpired(options.today()) && each.covers(difference));
        List<SchemaDifference> open =
                differences.stream().filter(isAccepted.negate()).toList();
        return new Result(
                open,
                differences.stream().filter(isAccepted).toList(),
                unknown.stream().filter(isAccepted.negate()).toList(),
                options.accepted().stream()
                        .filter(each -> each.isExpired(options.today()))
                        .toList(),
                isOfAll ? unused(options, differences, unknown) : List.of(),
                history.unknown(),
                Repairs.of(history.dialect(), comparison, open));
    }

    private static List<AcceptedDrift> unused(
            Options options, List<SchemaDifference> differences, List<SchemaDifference> unknown) {
        return options.accepted().stream()
                .filter(each -> !each.isExpired(options.today()))
                .filter(each -> differences.stream().noneMatch(each::covers)
                        && unknown.stream().noneMatch(each::covers))
                .toList();
    }
}

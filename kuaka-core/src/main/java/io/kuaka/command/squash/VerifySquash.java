package io.kuaka.command.squash;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.executor.Executor;
import io.kuaka.executor.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.graph.squash.Squash;
import io.kuaka.migration.MigrationKey;
import io.kuaka.recorder.OwnNames;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.table.Table;
import io.kuaka.state.ModelState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Creates the tables of a squash in a throw-away database, and those of the migrations that it replaces in another one,
 * and compares the schemas.
 *
 * <p>The order of columns is ignored, as in the models. Rows aren't compared: a squash may leave data migrations out.
 */
public final class VerifySquash {
    /** The squash to verify. */
    public record Options(Squash squash) {}

    /**
     * What was found.
     *
     * @param database the kind of database
     * @param tables how many tables were compared
     */
    public record Result(String database, int tables) {}

    private final ThrowAwayDatabase database;

    private VerifySquash(ThrowAwayDatabase database) {
        this.database = database;
    }

    /**
     * Makes the command for an in-memory database.
     *
     * @param preferred the name of the project's dialect, which is used if such a database can be in memory
     */
    public static VerifySquash inMemory(String preferred) {
        return new VerifySquash(ThrowAwayDatabase.inMemory(preferred));
    }

    /** Makes the command for a server's database, which must be empty and is emptied again. */
    public static VerifySquash at(ConnectionSource source) {
        return new VerifySquash(ThrowAwayDatabase.at(source));
    }

    /**
     * Compares the tables.
     *
     * @throws SquashTablesDifferException if they aren't the same
     * @throws NoThrowAwayDatabaseException if the database can't be used for trials
     * @throws io.kuaka.executor.MigrationFailedException when a migration can't be run there
     */
    public Result run(Options options) {
        Squash squash = options.squash();
        List<MigrationKey> members = squash.members();
        Built old = build(squash.before(), members.get(members.size() - 1));
        Built squashed = build(squash.after(), squash.end());
        Set<String> differences = new TreeSet<>();
        addMissing(old, squashed, "only without the squash", differences);
        addMissing(squashed, old, "only with the squash", differences);
        if (!differences.isEmpty()) {
            throw new SquashTablesDifferException(old.database(), List.copyOf(differences));
        }
        return new Result(old.database(), old.tables());
    }

    /**
     * The schema of a database.
     *
     * @param parts the parts of tables, and sequences, a line each
     */
    private record Built(String database, int tables, Set<String> parts) {}

    private Built build(MigrationGraph graph, MigrationKey end) {
        Set<String> schemas = graph.states().after(end).models().values().stream()
                .map(ModelState::schema)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        return database.with(schemas, (connection, dialect) -> {
            new Executor(dialect, connection, MigrationListener.silent()).run(graph, graph.plan(Target.at(end)));
            return read(connection, dialect, schemas);
        });
    }

    private static Built read(Connection connection, Dialect dialect, Set<String> schemas) throws SQLException {
        List<Table> tables = new ArrayList<>(dialect.introspector().tables(connection, null));
        Set<String> parts = new TreeSet<>();
        dialect.introspector().sequences(connection, null).forEach(each -> parts.add(each.toString()));
        for (String schema : schemas) {
            dialect.introspector().tables(connection, schema).stream()
                    .filter(table -> !tables.contains(table))
                    .forEach(tables::add);
        }
        tables.removeIf(
                table -> OwnNames.standard().all().contains(table.name().name().toLowerCase(Locale.ROOT)));
        tables.stream().flatMap(VerifySquash::parts).forEach(parts::add);
        return new Built(dialect.name(), tables.size(), parts);
    }

    private static Stream<String> parts(Table table) {
        return Stream.of(
                        table.columns().stream(),
                        table.uniques().stream(),
                        table.checks().stream(),
                        table.exclusions().stream(),
                        table.foreignKeys().stream(),
                        table.indexes().stream(),
                        Stream.of("primary key " + table.primaryKey(), "comment " + table.comment()))
                .flatMap(parts -> parts)
                .map(part -> "table \"" + table.name() + "\": " + part);
    }

    private static void addMissing(Built there, Built here, String remark, Set<String> differences) {
        there.parts().stream()
                .filter(part -> !here.parts().contains(part))
                .forEach(part -> differences.add(part + " (" + remark + ")"));
    }
}

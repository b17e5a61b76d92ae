package io.kuaka.command.squash;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.trial.ThrowAwayDatabase;
import io.kuaka.compare.Schema;
import io.kuaka.compare.SchemaDiff;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.executor.Executor;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.graph.squash.Squash;
import io.kuaka.migration.MigrationKey;
import io.kuaka.recorder.OwnNames;
import io.kuaka.schema.Dialect;
import io.kuaka.state.ModelState;
import java.util.List;
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
     * @throws io.kuaka.command.trial.NoThrowAwayDatabaseException if the database can't be used for trials
     * @throws io.kuaka.executor.MigrationFailedException when a migration can't be run there
     */
    public Result run(Options options) {
        Squash squash = options.squash();
        List<MigrationKey> members = squash.members();
        Built old = build(squash.before(), members.get(members.size() - 1));
        Built squashed = build(squash.after(), squash.end());
        SchemaDiff diff = SchemaDiff.between(old.dialect().grammar(), old.schema(), squashed.schema());
        List<String> differences = Stream.concat(diff.differences().stream(), diff.unknown().stream())
                .map(SchemaDifference::describe)
                .toList();
        if (!differences.isEmpty()) {
            throw new SquashTablesDifferException(old.dialect().name(), differences);
        }
        return new Result(old.dialect().name(), old.schema().tables().size());
    }

    /** The schema that migrations made in a database. */
    private record Built(Dialect dialect, Schema schema) {}

    private Built build(MigrationGraph graph, MigrationKey end) {
        Set<String> schemas = graph.states().after(end).models().values().stream()
                .map(ModelState::schema)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        return database.with(schemas, (connection, dialect) -> {
            new Executor(dialect, connection, MigrationListener.silent()).run(graph, graph.plan(Target.at(end)));
            Schema schema = Schema.read(dialect, connection, schemas)
                    .only(name -> !OwnNames.standard().has(name));
            return new Built(dialect, schema);
        });
    }
}

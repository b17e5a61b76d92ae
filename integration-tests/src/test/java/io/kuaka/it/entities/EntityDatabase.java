package io.kuaka.it.entities;

import io.kuaka.base.MigrationException;
import io.kuaka.compare.Comparison;
import io.kuaka.compare.SchemaDiff;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.executor.Executor;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.hibernate.MappingDifference;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.ReadSchema;
import io.kuaka.it.support.SampleRows;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.migration.MigrationNode;
import io.kuaka.recorder.OwnNames;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** A database with a history, which applications with one version of the entities or another use. */
record EntityDatabase(TestDatabase database, List<MigrationNode> history) {
    /** Hibernate tells at length which statements of its own script a database doesn't take. */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    EntityDatabase(Engine engine, List<MigrationNode> history) {
        this(engine.fresh(), history);
    }

    EntityDatabase {
        history = List.copyOf(history);
    }

    Engine engine() {
        return database.engine();
    }

    /** Returns Kuaka's name of a database. */
    static String dialect(Engine engine) {
        return engine.name().toLowerCase(Locale.ROOT);
    }

    void migrate(List<Target> targets) throws SQLException {
        try (Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            MigrationGraph graph = MigrationGraph.of(
                    history, new Recorder(dialect).applied(connection).keySet());
            new Executor(dialect, connection, MigrationListener.silent()).run(graph, graph.plan(targets));
        }
    }

    /** Migrates, and returns why not if rows don't suit. */
    Optional<MigrationException> tryTo(List<Target> targets) throws SQLException {
        try {
            migrate(targets);
            return Optional.empty();
        } catch (MigrationException e) {
            return Optional.of(e);
        }
    }

    /** Saves rows as an application does. */
    void insert(EntityVersion version, int first) {
        try (SessionFactory hibernate = version.boot(database)) {
            NewRows.insert(hibernate, version.entities(), first);
        }
    }

    /** Inserts a row with each of these numbers into each table. */
    void insertSamples(ProjectState state, int from, int to) throws SQLException {
        try (Connection connection = database.connect()) {
            SampleRows.insert(connection, engine(), state, from, to);
        }
    }

    /** Starts an application that looks at its tables first, reads all rows, and saves new ones. */
    void validateAndInsert(EntityVersion version, int first) {
        try (SessionFactory hibernate = version.boot(database)) {
            hibernate.getSchemaManager().validateMappedObjects();
            read(hibernate, version);
            NewRows.insert(hibernate, version.entities(), first);
        }
    }

    /** Starts an application that looks at its tables first, and reads all rows. */
    void validateAndRead(EntityVersion version) {
        try (SessionFactory hibernate = version.boot(database)) {
            hibernate.getSchemaManager().validateMappedObjects();
            read(hibernate, version);
        }
    }

    private static void read(SessionFactory hibernate, EntityVersion version) {
        hibernate.inSession(session -> version.entities().forEach(entity -> read(session, entity)));
    }

    /** No list has a gap. */
    private static void read(Session session, Class<?> entity) {
        for (Object row :
                session.createSelectionQuery("from " + entity.getName(), entity).getResultList()) {
            for (var field : entity.getDeclaredFields()) {
                try {
                    field.setAccessible(true);
                    if (field.get(row) instanceof Collection<?> elements && elements.contains(null)) {
                        throw new AssertionError(entity.getSimpleName() + "." + field.getName() + ": " + elements);
                    }
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    /** Returns in what the database differs from the state after all migrations, each in words. */
    List<String> differences() throws SQLException {
        return differencesFrom(MigrationGraph.of(history).states().atEnd());
    }

    List<String> differencesFrom(ProjectState state) throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaDiff diff = Comparison.of(Dialects.of(connection), connection, state, OwnNames.standard()::has)
                    .all();
            return Stream.concat(diff.differences().stream(), diff.unknown().stream())
                    .map(SchemaDifference::describe)
                    .toList();
        }
    }

    /** Returns whether nothing is in the database but Kuaka's own tables. */
    boolean isEmpty() throws SQLException {
        return ReadSchema.of(database).isEmpty();
    }

    /** Returns in what a database that Hibernate's own script makes differs from this one, each in words. */
    List<String> differencesFromHibernates(EntityVersion version, TestDatabase empty) throws SQLException {
        List<SchemaDifference> all = ReadSchema.of(database).differences(byHibernate(version, empty));
        return MappingDifference.unexplained(engine(), all).stream()
                .map(SchemaDifference::describe)
                .toList();
    }

    /** Returns what is in a database that Hibernate's own script makes. */
    private static ReadSchema byHibernate(EntityVersion version, TestDatabase empty) throws SQLException {
        Level level = HIBERNATE.getLevel();
        try (SessionFactory hibernate = version.boot(empty)) {
            HIBERNATE.setLevel(Level.OFF);
            hibernate.getSchemaManager().exportMappedObjects(false);
        } finally {
            HIBERNATE.setLevel(level);
        }
        return ReadSchema.of(empty);
    }
}

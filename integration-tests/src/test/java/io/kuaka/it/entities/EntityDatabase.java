package io.kuaka.it.entities;

import io.kuaka.base.MigrationException;
import io.kuaka.compare.Comparison;
import io.kuaka.compare.SchemaDiff;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.executor.Executor;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.hibernate.MappingPicture;
import io.kuaka.it.support.Engine;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;

/** A database with a history, which applications with one version of the entities or another use. */
record EntityDatabase(TestDatabase database, List<MigrationNode> history) {
    /** Hibernate tells at length which statements of its own script a database doesn't take. */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    private static final String VALUE = "(?:_utf8mb4)?'\\w+'|\\('\\w+'::character varying\\)::text";

    private static final Pattern VALUES = Pattern.compile("(?:" + VALUE + ")(?:, ?(?:" + VALUE + "))+");

    private static final Pattern KEY_OF_NUMBERS_AND_TEXTS =
            Pattern.compile("(?i)(?<=(?:primary key|unique) \\[)(?=[^]]*_shelf)(?=[^]]*_number)[^]]+");

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

    /** Starts an application that looks at its tables first, and saves rows. */
    void validateAndInsert(EntityVersion version, int first) {
        try (SessionFactory hibernate = version.boot(database)) {
            hibernate.getSchemaManager().validateMappedObjects();
            NewRows.insert(hibernate, version.entities(), first);
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

    /** Returns what is in the database, one line each, Kuaka's own tables aside. */
    List<String> picture() throws SQLException {
        return picture(database);
    }

    private static List<String> picture(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            return MappingPicture.of(
                            database.engine(),
                            dialect.introspector().tables(connection, null),
                            dialect.introspector().sequences(connection, null))
                    .stream()
                    .filter(line -> !isIdentityOfSqlite(database.engine(), line))
                    .map(line -> sorted(VALUES, line))
                    .map(line -> sorted(KEY_OF_NUMBERS_AND_TEXTS, line))
                    .sorted()
                    .toList();
        }
    }

    /** Hibernate's dialect leaves out the type, the key and the word of an identity that isn't the last column. */
    private static boolean isIdentityOfSqlite(Engine engine, String line) {
        return engine == Engine.SQLITE && line.matches("\\S+: column (id|key_of_\\w+) (integer not null identity)?");
    }

    /**
     * Hibernate lists the entities of a hierarchy in the order in which it met them, and puts numbers first in a key, where
     * the columns of a reference stay together.
     */
    private static String sorted(Pattern list, String line) {
        return list.matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(
                        Stream.of(found.group().split(", ?")).sorted().collect(Collectors.joining(", "))));
    }

    /** Returns what is here and not in a database that Hibernate's own script makes, marked by +, and the contrary by -. */
    List<String> differencesFromHibernates(EntityVersion version, TestDatabase empty) throws SQLException {
        List<String> ours = picture();
        List<String> hibernates = byHibernate(version, empty);
        Set<String> uniques = uniqueColumns(version.state());
        List<String> differences = new ArrayList<>();
        ours.stream()
                .filter(line -> !hibernates.contains(line) && !hibernates.contains(withoutNameOfKey(line)))
                .map("+ "::concat)
                .forEach(differences::add);
        hibernates.stream()
                .filter(line -> !ours.contains(line) && !uniques.contains(line.toLowerCase(Locale.ROOT)))
                .map("- "::concat)
                .forEach(differences::add);
        differences.removeIf(line -> isKnown(version, line));
        return differences;
    }

    /**
     * Returns whether a line differs for a reason of Hibernate's: on SQLite it takes some UUIDs for large objects, which are in no
     * key, and MariaDB and MySQL index a reference whose numbers it puts first in another order than the key.
     */
    private boolean isKnown(EntityVersion version, String line) {
        return engine() == Engine.SQLITE
                        && line.contains(": primary key [")
                        && version.source().contains("UUID id")
                || line.matches("- \\S+: index \\[\\w+_number, \\w+_shelf, \\w+_slot]");
    }

    /** Where a column is unique in itself, Hibernate leaves out the name of a key over it on some databases. */
    private static String withoutNameOfKey(String line) {
        return line.replaceFirst(": unique \\S+ \\[(?=[^,]*]$)", ": unique [");
    }

    /** Returns the unique columns of a state as a picture without names of keys shows them. */
    private static Set<String> uniqueColumns(ProjectState state) {
        return SampleRows.tables(state).stream()
                .flatMap(table ->
                        table.uniques().stream().map(unique -> table.name() + ": unique " + unique.fieldNames()))
                .map(line -> line.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Returns the picture of a database that Hibernate's own script makes. */
    private static List<String> byHibernate(EntityVersion version, TestDatabase empty) throws SQLException {
        Level level = HIBERNATE.getLevel();
        try (SessionFactory hibernate = version.boot(empty)) {
            HIBERNATE.setLevel(Level.OFF);
            hibernate.getSchemaManager().exportMappedObjects(false);
        } finally {
            HIBERNATE.setLevel(level);
        }
        return picture(empty);
    }
}

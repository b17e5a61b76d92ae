package io.kuaka.it.hibernate;

import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.compare.Comparison;
import io.kuaka.compare.SchemaDiff;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.executor.Executor;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.HibernateServices;
import io.kuaka.it.support.ReadSchema;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.recorder.OwnNames;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.state.ProjectState;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;

/** One group of mappings on a database of its own: Kuaka's migrations there, and what Hibernate says and does there. */
final class MappingRun implements AutoCloseable {
    /** Hibernate tells at length which statements of its own script a database doesn't take. */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    private final MappingGroup group;
    private final TestDatabase database;
    private final SessionFactory hibernate;

    private MappingRun(MappingGroup group, TestDatabase database, Map<String, Object> settings) {
        HIBERNATE.setLevel(Level.OFF);
        this.group = group;
        this.database = database;
        this.hibernate = boot(group, database, settings);
    }

    static MappingRun of(MappingGroup group, TestDatabase database) {
        Class<? extends org.hibernate.dialect.Dialect> dialect =
                database.engine().hibernateDialect();
        return new MappingRun(
                group, database, dialect == null ? Map.of() : Map.of("hibernate.dialect", dialect.getName()));
    }

    static MappingRun withHibernatesDialect(MappingGroup group, TestDatabase database) {
        return new MappingRun(group, database, Map.of());
    }

    private static SessionFactory boot(MappingGroup group, TestDatabase database, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(group.settings());
        settings.put("hibernate.connection.url", database.url());
        settings.put("hibernate.connection.username", database.user());
        settings.put("hibernate.connection.password", database.password());
        settings.put("hibernate.query.mutation_strategy.persistent.create_tables", "false");
        // Columns get their final order only where a script is wanted; what the script is, is of no interest.
        settings.put("jakarta.persistence.schema-generation.scripts.action", "create");
        settings.put("jakarta.persistence.schema-generation.scripts.create-target", Writer.nullWriter());
        settings.putAll(more);
        MetadataSources sources = new MetadataSources(HibernateServices.registry(settings));
        group.classes().forEach(sources::addAnnotatedClass);
        group.mappingFiles().forEach(sources::addResource);
        return sources.buildMetadata().buildSessionFactory();
    }

    /** Returns the migrations that lead from a history to the entities. */
    static List<MigrationNode> detect(MigrationGraph history, ProjectState entities) {
        return Autodetector.detect(history, entities, AnswersQuestioner.withoutAnswers(), AutodetectOptions.defaults())
                .migrations();
    }

    void migrate(List<Target> targets) throws SQLException {
        try (Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            Set<MigrationKey> applied =
                    new Recorder(dialect).applied(connection).keySet();
            MigrationGraph graph = MigrationGraph.of(group.migrations(), applied);
            new Executor(dialect, connection, MigrationListener.silent()).run(graph, graph.plan(targets));
        }
    }

    /** Returns in what the database differs from the entities, each in words. */
    List<String> differences() throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaDiff diff = Comparison.of(
                            Dialects.of(connection),
                            connection,
                            MigrationGraph.of(group.migrations()).states().atEnd(),
                            OwnNames.standard()::has)
                    .all();
            return Stream.concat(diff.differences().stream(), diff.unknown().stream())
                    .map(SchemaDifference::describe)
                    .toList();
        }
    }

    /** Hibernate's own validation; throws when it misses something. */
    void validate() {
        hibernate.getSchemaManager().validateMappedObjects();
    }

    /** Runs Hibernate's own script. */
    void create() {
        hibernate.getSchemaManager().exportMappedObjects(false);
    }

    /** Returns what is in the database. */
    ReadSchema schema() throws SQLException {
        return ReadSchema.of(database);
    }

    @Override
    public void close() {
        hibernate.close();
    }
}

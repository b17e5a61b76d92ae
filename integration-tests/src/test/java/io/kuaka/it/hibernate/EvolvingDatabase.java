package io.kuaka.it.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.executor.Executor;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.hibernate.HibernateModelReader;
import io.kuaka.hibernate.discovery.AppPackage;
import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.HibernateCheck;
import io.kuaka.it.support.HibernateServices;
import io.kuaka.it.support.Instances;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import io.kuaka.operation.Optimizer;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;

/**
 * A database that follows its entities from version to version, as a team's does: what changed is detected without a
 * question, migrated, and then used by an application that has just started.
 */
final class EvolvingDatabase {
    /** Entities are read once for all databases, for none takes part. */
    private static final Map<Wanted, Read> READ = new ConcurrentHashMap<>();

    private final TestDatabase database;
    private final List<List<Class<?>>> versions = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<MigrationNode> history = new ArrayList<>();
    private int present;

    private record Wanted(String app, List<Class<?>> entities) {}

    private record Read(ProjectState state, AutodetectOptions options) {}

    private EvolvingDatabase(TestDatabase database) {
        this.database = database;
    }

    static EvolvingDatabase on(Engine engine) {
        return new EvolvingDatabase(engine.fresh());
    }

    /**
     * Makes the tables follow the next version of the entities, all of which belong to one app. Returns what the new
     * migrations do, in words.
     */
    List<String> becomes(String app, List<Class<?>> entities) throws SQLException {
        Read read = READ.computeIfAbsent(new Wanted(app, entities), EvolvingDatabase::read);
        List<MigrationNode> found = detect(read);
        history.addAll(found);
        assertThat(detect(read)).isEmpty();
        versions.add(entities);
        targets.add(found.isEmpty() ? targets.get(targets.size() - 1) : Target.at(last(found)));
        present = versions.size() - 1;
        migrate();
        return found.stream()
                .flatMap(node -> node.operations().get().stream())
                .map(operation -> operation.describe())
                .toList();
    }

    private static Read read(Wanted wanted) {
        Class<?> first = wanted.entities().get(0);
        HibernateModelReader reader = new HibernateModelReader(ReaderSettings.of(first.getClassLoader())
                .withClassNames(wanted.entities().stream().map(Class::getName).toList())
                .withApps(new AppPackage(wanted.app(), first.getPackageName())));
        return new Read(reader.read(), AutodetectOptions.defaults().withRenameHints(reader.renameHints()));
    }

    private List<MigrationNode> detect(Read read) {
        return Autodetector.detect(
                        MigrationGraph.of(history), read.state(), AnswersQuestioner.withoutAnswers(), read.options())
                .migrations();
    }

    private static MigrationKey last(List<MigrationNode> migrations) {
        return migrations.get(migrations.size() - 1).key();
    }

    /** Returns an empty database that gets the history so far at once, as one migration in its shortest form. */
    EvolvingDatabase squashed(Engine engine) throws SQLException {
        String app = history.get(0).key().app();
        List<Operation> operations = history.stream()
                .flatMap(node -> node.operations().get().stream())
                .toList();
        MigrationNode squash = MigrationNode.of(
                new MigrationKey(app, "0001_squashed"), List.of(), Optimizer.optimize(app, operations));
        EvolvingDatabase empty = new EvolvingDatabase(engine.fresh());
        empty.history.add(squash);
        empty.versions.add(versions.get(present));
        empty.targets.add(Target.at(squash.key()));
        empty.migrate();
        assertThat(MigrationGraph.of(empty.history).states().atEnd())
                .isEqualTo(MigrationGraph.of(history).states().atEnd());
        return empty;
    }

    /** Goes back to the version before. */
    void back() throws SQLException {
        present--;
        migrate();
    }

    /** Goes on to the version after the present one. */
    void forward() throws SQLException {
        present++;
        migrate();
    }

    private void migrate() throws SQLException {
        try (Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            Set<MigrationKey> applied =
                    new Recorder(dialect).applied(connection).keySet();
            MigrationGraph graph = MigrationGraph.of(history, applied);
            new Executor(dialect, connection, MigrationListener.silent()).run(graph, graph.plan(targets.get(present)));
        }
    }

    /**
     * Starts the application and saves new rows of each of its entities. Returns their ids, each behind the place of the
     * entity that none of the others extends.
     */
    Set<String> insert(int count) {
        List<Class<?>> entities = versions.get(present);
        Set<String> ids = new HashSet<>();
        try (SessionFactory hibernate = boot()) {
            hibernate.getSchemaManager().validateMappedObjects();
            hibernate.inTransaction(session -> {
                for (int i = 0; i < count; i++) {
                    for (Class<?> entity : entities) {
                        Object saved = Instances.of(entity);
                        session.persist(saved);
                        ids.add(root(entities, entity) + "/" + session.getIdentifier(saved));
                    }
                }
            });
        }
        assertThat(ids).hasSize(count * entities.size());
        return ids;
    }

    /** Deletes all rows of the entities, after which nothing but their generators knows which ids there were. */
    void deleteRows() {
        try (SessionFactory hibernate = boot()) {
            hibernate.inTransaction(session -> versions.get(present)
                    .forEach(entity -> session.createMutationQuery("delete from " + entity.getName())
                            .executeUpdate()));
        }
    }

    private static int root(List<Class<?>> entities, Class<?> entity) {
        int parent = entities.indexOf(entity.getSuperclass());
        return parent < 0 ? entities.indexOf(entity) : root(entities, entities.get(parent));
    }

    private SessionFactory boot() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("hibernate.connection.url", database.url());
        settings.put("hibernate.connection.username", database.user());
        settings.put("hibernate.connection.password", database.password());
        settings.put("hibernate.query.mutation_strategy.persistent.create_tables", "false");
        settings.put("jakarta.persistence.validation.mode", "none");
        settings.put("hibernate.integration.envers.enabled", "false");
        if (database.engine() == Engine.SQLITE) {
            settings.put("hibernate.dialect", HibernateCheck.OneIntegerDialect.class.getName());
        }
        MetadataSources sources = new MetadataSources(HibernateServices.registry(settings));
        versions.get(present).forEach(sources::addAnnotatedClass);
        return sources.buildMetadata().buildSessionFactory();
    }
}

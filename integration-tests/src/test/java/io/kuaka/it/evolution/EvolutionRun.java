package io.kuaka.it.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.executor.Executor;
import io.kuaka.executor.MigrationFailedException;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.HibernateCheck;
import io.kuaka.it.support.ReadSchema;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.migration.MigrationKey;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.grammar.Feature;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One database that goes through the versions, with users who enter rows meanwhile. */
final class EvolutionRun {
    private final TestDatabase database;
    private final List<EvolutionVersion> versions;
    private final Map<EvolutionVersion, ReadSchema> schemas = new HashMap<>();

    EvolutionRun(TestDatabase database, List<EvolutionVersion> versions) {
        this.database = database;
        this.versions = versions;
    }

    /** Migrates step by step, and looks at rows, refusals and the schema after each. Returns the schema at the end. */
    ReadSchema forward() throws SQLException {
        ReadSchema schema = ReadSchema.of(database);
        for (int i = 0; i < versions.size(); i++) {
            EvolutionVersion version = versions.get(i);
            migrateTo(version);
            checkRows(version, false);
            refuse(version);
            if (isValidated(i)) {
                HibernateCheck.validate(database, version);
            }
            schema = ReadSchema.of(database);
            schemas.put(version, schema);
        }
        return schema;
    }

    /** Hibernate looks at each version on one or two of the databases, in turn: its start takes longer than all the rest. */
    private boolean isValidated(int index) {
        return Boolean.getBoolean("exhaustive") || (index + database.engine().ordinal()) % 3 == 0;
    }

    /** Migrates step by step after having gone back to nothing; every schema is as it was, so Hibernate needn't look. */
    void forwardAgain() throws SQLException {
        for (EvolutionVersion version : versions) {
            migrateTo(version);
            checkRows(version, false);
            checkSchema(version);
        }
    }

    private void migrateTo(EvolutionVersion version) throws SQLException {
        execute(version.step().statements("before.sql"));
        migrate(version.history(), List.of(Target.everything()));
    }

    private void checkSchema(EvolutionVersion version) throws SQLException {
        assertThat(Objects.requireNonNull(schemas.get(version)).differences(ReadSchema.of(database)))
                .as("%s: the schema as it was the first time", version)
                .isEmpty();
    }

    /** Takes back one step after the other, and looks at each stop for what was there on the way forward. */
    void back() throws SQLException {
        for (int i = versions.size() - 1; i >= 0; i--) {
            EvolutionStep step = versions.get(i).step();
            if (step.isStuck()) {
                refuseToGoBack(i);
            }
            execute(step.statements("undo.sql"));
            migrate(latest(), i == 0 ? zero() : leavesOf(versions.get(i - 1)));
            if (i == 0) {
                assertThat(ReadSchema.of(database).isEmpty()).isTrue();
            } else {
                EvolutionVersion version = versions.get(i - 1);
                checkRows(version, true);
                checkSchema(version);
            }
        }
    }

    /**
     * What can't be converted stops the way back, and nothing is lost by the attempt. Where a migration is no
     * transaction it stays half way, until the rows are corrected and it is reversed again.
     */
    private void refuseToGoBack(int index) throws SQLException {
        EvolutionVersion version = versions.get(index);
        boolean rollsBack = Dialects.forUrl(database.url()).grammar().supports(Feature.TRANSACTIONAL_DDL);
        assertThatThrownBy(() -> migrate(latest(), leavesOf(versions.get(index - 1))))
                .as("%s: going back", version)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining(
                        rollsBack ? "The migration was rolled back." : "The migration isn't recorded as unapplied.");
        if (!rollsBack) {
            return;
        }
        migrate(version.history(), List.of(Target.everything()));
        checkRows(version, true);
        checkSchema(version);
    }

    /** Goes from nothing to the latest version at once, and back to nothing app by app; returns the schema. */
    ReadSchema atOnce() throws SQLException {
        migrate(latest(), List.of(Target.everything()));
        HibernateCheck.validate(database, versions.get(versions.size() - 1));
        ReadSchema schema = ReadSchema.of(database);
        for (Target app : zero()) {
            migrate(latest(), List.of(app));
        }
        assertThat(ReadSchema.of(database).isEmpty()).isTrue();
        return schema;
    }

    /** Migrates step by step and only returns the schema that comes of it. */
    ReadSchema stepByStep() throws SQLException {
        for (EvolutionVersion version : versions) {
            migrateTo(version);
        }
        return ReadSchema.of(database);
    }

    private MigrationGraph latest() {
        return versions.get(versions.size() - 1).history();
    }

    private List<Target> zero() {
        return latest().apps().stream().map(Target::zero).toList();
    }

    /** What a user names to have everything as it was in a version. */
    private List<Target> leavesOf(EvolutionVersion version) {
        return latest().apps().stream()
                .map(app -> version.history().leaves(app).stream()
                        .map(Target::at)
                        .findFirst()
                        .orElseGet(() -> Target.zero(app)))
                .toList();
    }

    private void migrate(MigrationGraph migrations, List<Target> targets) throws SQLException {
        try (Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            Set<MigrationKey> applied =
                    new Recorder(dialect).applied(connection).keySet();
            MigrationGraph graph = MigrationGraph.of(migrations.allNodes(), applied);
            graph.requireConsistentHistory();
            new Executor(dialect, connection, MigrationListener.silent()).run(graph, graph.plan(targets));
        }
    }

    private void checkRows(EvolutionVersion version, boolean isReturned) throws SQLException {
        try (Connection connection = connect()) {
            for (EvolutionQuery query : version.step().queries(isReturned)) {
                assertThat(query.run(connection))
                        .as("%s%s: %s", version, isReturned ? " (returned)" : "", query.sql())
                        .isEqualTo(query.expected());
            }
        }
    }

    private void refuse(EvolutionVersion version) {
        version.step().statements("refused.sql").forEach(sql -> assertThatThrownBy(() -> execute(List.of(sql)))
                .as("%s: %s", version, sql)
                .isInstanceOf(SQLException.class));
    }

    private void execute(List<String> statements) throws SQLException {
        String running = "";
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                running = sql;
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + " in: " + running, e);
        }
    }

    /** As users connect who write standard SQL. */
    private Connection connect() throws SQLException {
        Connection connection = database.connect();
        String setting = database.engine().standardSetting();
        if (setting != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(setting);
            }
        }
        return connection;
    }
}

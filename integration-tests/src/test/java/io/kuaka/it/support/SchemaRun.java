package io.kuaka.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.compare.Comparison;
import io.kuaka.compare.Schema;
import io.kuaka.compare.SchemaDiff;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.data.Models;
import io.kuaka.operation.Operation;
import io.kuaka.progress.RowProgress;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.JavaCall;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.Statement;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/** One database and what editors do to it: the shortest way from verbs to a changed schema. */
public final class SchemaRun implements AutoCloseable {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Map<Wanted, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private final Dialect dialect;
    private final Connection connection;

    private SchemaRun(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    /** Returns how the database spells. */
    public SqlGrammar grammar() {
        return dialect.grammar();
    }

    /** Opens an empty database. */
    public static SchemaRun on(Engine engine) throws SQLException {
        boolean sharesServer = engine == Engine.POSTGRESQL;
        TestDatabase database = sharesServer ? Shared.POSTGRESQL : engine.fresh();
        SchemaRun run = new SchemaRun(Dialects.forUrl(database.url()), database.connect());
        if (sharesServer) {
            String schema = "run_" + COUNTER.incrementAndGet();
            run.execute("create schema " + schema, "set search_path to " + schema);
        }
        if (engine == Engine.SQLITE) {
            run.execute("pragma foreign_keys = on");
        }
        return run;
    }

    /** A schema of its own is as good as a database, and is made much faster. */
    private static final class Shared {
        static final TestDatabase POSTGRESQL = Engine.POSTGRESQL.fresh();
    }

    /** Opens a database that has the tables and sequences of {@code state}. */
    public static SchemaRun with(Engine engine, ProjectState state) throws SQLException {
        SchemaRun run = on(engine);
        SchemaEditor editor = run.dialect.editor();
        ProjectState built = ProjectState.empty();
        for (ModelKey key : inOrder(state)) {
            ProjectState next = built.withModel(key.app(), state.model(key));
            editor.begin(built.models().size(), new OperationContext(run.dialect, key.app(), built, next));
            editor.createTable(TableMapping.of(next, key));
            built = next;
        }
        state.sequences().values().forEach(editor::createSequence);
        run.run(editor);
        return run;
    }

    private static Set<ModelKey> inOrder(ProjectState state) {
        Set<ModelKey> ordered = new LinkedHashSet<>();
        while (ordered.size() < state.models().size()) {
            state.models().forEach((key, model) -> {
                Set<ModelKey> open = new LinkedHashSet<>(model.references());
                open.removeAll(ordered);
                open.remove(key);
                if (open.isEmpty()) {
                    ordered.add(key);
                }
            });
        }
        return ordered;
    }

    /** Runs operations of one app as one migration. */
    public void migrate(ProjectState before, Operation... operations) throws SQLException {
        migrate("shop", before, operations);
    }

    /** Runs operations of an app as one migration. */
    public void migrate(String app, ProjectState before, Operation... operations) throws SQLException {
        SchemaEditor editor = dialect.editor();
        ProjectState state = before;
        for (int i = 0; i < operations.length; i++) {
            ProjectState next = operations[i].apply(app, state);
            OperationContext context = new OperationContext(dialect, app, state, next);
            editor.begin(i, context);
            operations[i].execute(editor, context);
            state = next;
        }
        if (Stream.of(operations).anyMatch(Operation::runsOutsideTransaction)) {
            for (PlannedStatement planned : editor.finish()) {
                run(planned.statement());
            }
        } else {
            run(editor);
        }
    }

    /** Migrates, makes sure that the database is as the state after says, and returns that state. */
    public static ProjectState assertMigrates(SchemaRun run, ProjectState before, Operation... all)
            throws SQLException {
        ProjectState after = before;
        for (Operation operation : all) {
            after = operation.apply("shop", after);
        }
        run.migrate(before, all);
        assertThat(run.differences(after)).isEmpty();
        return after;
    }

    private void run(SchemaEditor editor) throws SQLException {
        List<PlannedStatement> statements = editor.finish();
        for (Sql sql : editor.beforeTransaction()) {
            execute(sql.text());
        }
        try {
            runInTransaction(statements);
        } finally {
            for (Sql sql : editor.afterTransaction()) {
                execute(sql.text());
            }
        }
    }

    private void runInTransaction(List<PlannedStatement> statements) throws SQLException {
        execute(dialect.begin().get(0).text());
        try {
            for (PlannedStatement planned : statements) {
                run(planned.statement());
            }
            execute("commit");
        } catch (SQLException | RuntimeException e) {
            execute("rollback");
            throw e;
        }
    }

    private void run(Statement statement) throws SQLException {
        Optional<JavaCall> code = statement.match(sql -> Optional.empty(), Optional::of);
        Optional<Sql> text = statement.match(Optional::of, call -> Optional.empty());
        if (code.isPresent()) {
            code.get().code().run(connection, RowProgress.unobserved());
        }
        if (text.isPresent()) {
            run(text.get());
        }
    }

    private void run(Sql sql) throws SQLException {
        try (java.sql.Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            boolean found = jdbc.execute(sql.text()) && jdbc.getResultSet().next();
            if (found && sql.violation() != null) {
                throw new IllegalStateException(sql.violation());
            }
        } catch (SQLException e) {
            throw new SQLException(dialect.reason(e) + "\n" + sql.text(), e);
        }
    }

    public void execute(String... statements) throws SQLException {
        try (java.sql.Statement jdbc = connection.createStatement()) {
            for (String sql : statements) {
                jdbc.execute(sql);
            }
        }
    }

    /** Inserts a row with each of these numbers into each table. */
    public void insertRows(Engine engine, ProjectState state, int from, int to) throws SQLException {
        SampleRows.insert(connection, engine, state, from, to);
    }

    /** Works with models in a transaction: PostgreSQL gives large objects in no other way. */
    public <T> T withModels(ProjectState state, Function<Models, T> work) throws SQLException {
        connection.setAutoCommit(false);
        try (Models models = Models.on(connection, "shop", state)) {
            T result = work.apply(models);
            connection.commit();
            return result;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Returns what a query finds, as text: rows one per line. */
    public List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (java.sql.Statement jdbc = connection.createStatement();
                ResultSet found = jdbc.executeQuery(sql)) {
            while (found.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    values.add(found.getString(i));
                }
                rows.add(String.join("|", values.stream().map(String::valueOf).toList()));
            }
        }
        return rows;
    }

    /** Returns what is in the database. */
    public ReadSchema read() throws SQLException {
        return new ReadSchema(grammar(), Schema.read(dialect, connection, List.of()));
    }

    /** Returns in what the database differs from {@code state}, each in words. */
    public List<String> differences(ProjectState state) throws SQLException {
        SchemaDiff diff = diff(state);
        return Stream.concat(diff.differences().stream(), diff.unknown().stream())
                .map(SchemaDifference::describe)
                .toList();
    }

    /** Returns in what the database differs from {@code state}. */
    public SchemaDiff diff(ProjectState state) throws SQLException {
        return SchemaDiff.between(grammar(), expected(state), Schema.read(dialect, connection, List.of()));
    }

    /** Returns the database beside what {@code state} makes of it. */
    public Comparison comparison(ProjectState state) throws SQLException {
        return Comparison.of(dialect, connection, state, table -> false);
    }

    /** Returns the connection, which ends with this. */
    public Connection connection() {
        return connection;
    }

    /** Returns the kind of database. */
    public Dialect dialect() {
        return dialect;
    }

    private Schema expected(ProjectState state) throws SQLException {
        Wanted wanted = new Wanted(dialect.name(), state);
        Schema schema = SCHEMAS.get(wanted);
        if (schema == null) {
            schema = Schema.of(dialect, connection, state);
            SCHEMAS.put(wanted, schema);
        }
        return schema;
    }

    private record Wanted(String dialect, ProjectState state) {}

    /** Returns a state with one more model in app "shop". */
    public static ProjectState shop(ModelState... models) {
        ProjectState state = ProjectState.empty();
        for (ModelState model : models) {
            state = state.withModel("shop", model);
        }
        return state;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

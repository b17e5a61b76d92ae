package io.kuaka.it.run;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.command.Migrate;
import io.kuaka.command.ShowMigrations;
import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceLayout;
import io.kuaka.command.project.UnwritableDatabaseException;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.loader.LoadedMigrations;
import io.kuaka.loader.MigrationApp;
import io.kuaka.operation.CreateModel;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;

/** Databases that are more than one server, or less: nothing is migrated where that can't be right. */
class SurroundingsTest {
    private static Migrate migrate(ConnectionSource source) {
        return new Migrate(project(), source);
    }

    private static Project project() {
        LoadedMigrations loaded = new LoadedMigrations(
                List.of(new MigrationApp("shop", "com.example.shop", Optional.empty())),
                List.of(node(
                        "shop.0001_initial",
                        List.of(),
                        new CreateModel(
                                model("Book").table("book").fields(bigint("id").primaryKey())))));
        return new Project(SurroundingsTest.class.getClassLoader(), List.of(), SourceLayout.none(), loaded);
    }

    private static List<String> notes(TestDatabase database) {
        return migrate(database::connect)
                .prepare(Migrate.Options.all().with(Migrate.OnUnknown.IGNORE))
                .surroundings()
                .notes();
    }

    static void assertRefused(ConnectionSource source, String words) {
        Migrate migrate = migrate(source);
        Migrate.Prepared prepared = migrate.prepare(Migrate.Options.all());

        assertThat(prepared.names()).as("the plan can be looked at").containsExactly("shop.0001_initial");
        assertThatExceptionOfType(UnwritableDatabaseException.class)
                .isThrownBy(() -> migrate.run(prepared))
                .withMessageStartingWith(words)
                .withMessageEndingWith(" Nothing was changed.");
    }

    @ParameterizedTest
    @EnumSource
    void anOrdinaryServerHasNothingToSay(Engine engine) {
        assertThat(notes(engine.fresh())).isEmpty();
    }

    @Test
    void aDatabaseThatMayOnlyBeReadIsRefused() throws SQLException {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        database.execute("alter database " + name + " set default_transaction_read_only = on");

        assertRefused(
                database::connect, "This database can only be read by this connection: transaction_read_only is on");
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "H2"})
    void aConnectionThatIsReadOnlyIsRefused(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        ConnectionSource reading =
                switch (engine) {
                    case SQLITE -> {
                        database.execute("create table other (id integer)");
                        yield () -> DriverManager.getConnection(database.url() + "&open_mode=1");
                    }
                    case H2 -> {
                        Path folder = Files.createTempDirectory(Path.of("target"), "read-only");
                        String url = "jdbc:h2:" + folder.toAbsolutePath() + "/db";
                        DriverManager.getConnection(url).close();
                        yield () -> DriverManager.getConnection(url + ";ACCESS_MODE_DATA=r");
                    }
                    case POSTGRESQL, MARIADB, MYSQL -> throw new AssertionError(engine);
                };
        assertRefused(reading, "This connection is read-only");
    }

    /** It read a lease that wasn't there yet, and H2 keeps what fails in a file beside the database. */
    @Test
    void theFirstRunOnH2FailsAtNothing(@TempDir Path folder) {
        Migrate migrate = migrate(() -> DriverManager.getConnection("jdbc:h2:" + folder.toAbsolutePath() + "/db"));

        migrate.run(migrate.prepare(Migrate.Options.all()));

        assertThat(folder.resolve("db.mv.db")).exists();
        assertThat(folder.resolve("db.trace.db")).doesNotExist();
    }

    /** A server that was shut down and is started again as a standby, which waits for a primary. */
    @Test
    void aStandbyIsRefused() throws Exception {
        Path data;
        try (EmbeddedPostgres server = server().start();
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            data = Path.of(row.getString(1));
        }
        Files.createFile(data.resolve("standby.signal"));
        try (EmbeddedPostgres standby = server().setDataDirectory(data).start()) {
            String url = standby.getJdbcUrl("postgres", "postgres");

            assertRefused(
                    () -> DriverManager.getConnection(url, "postgres", ""),
                    "This is a standby, which can't be migrated, and its history may be behind that of its primary.");
        }
    }

    private static EmbeddedPostgres.Builder server() {
        return EmbeddedPostgres.builder().setCleanDataDirectory(false).setServerConfig("listen_addresses", "localhost");
    }

    @Test
    void aHistoryInAPublicationIsNamed() throws SQLException {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        migrate(database::connect).run(migrate(database::connect).prepare(Migrate.Options.all()));
        database.execute("create publication books for table book");
        assertThat(notes(database)).isEmpty();

        database.execute("create publication everything for all tables");

        assertThat(notes(database))
                .singleElement()
                .asString()
                .startsWith(
                        "The history is in the publication everything: a subscriber that gets it reports migrations as"
                                + " applied, but doesn't have the tables.");
    }

    @Test
    void aHistoryThatComesByASubscriptionIsNamed() throws SQLException {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        migrate(database::connect).run(migrate(database::connect).prepare(Migrate.Options.all()));
        database.execute(
                "create subscription mirror connection 'dbname=nowhere' publication p"
                        + " with (connect = false, slot_name = none, enabled = false)",
                "insert into pg_subscription_rel (srsubid, srrelid, srsubstate)"
                        + " select s.oid, 'kuaka_migrations'::regclass, 'r' from pg_subscription s where subname = 'mirror'");
        try {
            assertThat(notes(database))
                    .singleElement()
                    .asString()
                    .startsWith("The history comes by the subscription mirror");
        } finally {
            database.execute("drop subscription mirror");
        }
    }

    /** A subscriber gets the rows of the history, and not the tables. */
    @Test
    void rowsThatAnotherServerWroteLaterAreNamed() throws SQLException {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        migrate(database::connect).run(migrate(database::connect).prepare(Migrate.Options.all()));
        database.execute("insert into kuaka_migrations (app, name, applied, duration, fence, run_on)"
                + " select app, '0002_isbn', applied + interval '1 day', 0, 1, '7000000000000000001/5'"
                + " from kuaka_migrations");

        assertThat(notes(database))
                .singleElement()
                .asString()
                .startsWith("Another database wrote rows of the history after this one had migrated itself:"
                        + " shop.0002_isbn.")
                .endsWith("Find out with 'kuaka drift'.");
    }

    @Test
    void aHistoryThatCameWithItsTablesIsNotNamed() throws SQLException {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        migrate(database::connect).run(migrate(database::connect).prepare(Migrate.Options.all()));
        database.execute("update kuaka_migrations set run_on = '7000000000000000001/5'");

        assertThat(notes(database)).isEmpty();
    }

    /** A pooler tells the driver a number of its own, and the server another one. */
    @Test
    void aPoolerIsNoticed() throws SQLException {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        List<String> told = new ArrayList<>();
        ConnectionSource pooled = () -> pooled(database.connect(), told);
        Migrate migrate = migrate(pooled);
        Migrate.Prepared prepared = migrate.prepare(Migrate.Options.all());

        assertThat(prepared.surroundings().notes())
                .singleElement()
                .asString()
                .startsWith("There is a pooler between Kuaka and the server.");
        assertThat(told).contains("setPrepareThreshold 0");
        assertThat(migrate.run(prepared).names()).containsExactly("shop.0001_initial");
        assertThat(told).noneMatch(sql -> sql.startsWith("set ") && !sql.startsWith("set local "));
        assertThat(new ShowMigrations(project(), pooled)
                        .run(ShowMigrations.Options.all())
                        .appliedNames())
                .hasSize(1);
    }

    private static Connection pooled(Connection connection, List<String> told) {
        return proxy(
                Connection.class,
                connection,
                told,
                Map.of(
                        "unwrap",
                        arguments -> proxy(
                                PGConnection.class,
                                connection.unwrap(PGConnection.class),
                                told,
                                Map.of(
                                        "getBackendPID",
                                        none -> -518577459,
                                        "setPrepareThreshold",
                                        threshold -> noted(told, "setPrepareThreshold " + threshold[0])))));
    }

    private static @Nullable Object noted(List<String> told, String what) {
        told.add(what);
        return null;
    }

    /** Answers a call instead of the driver. */
    private interface Answer {
        @Nullable
        Object to(Object[] arguments) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T target, List<String> told, Map<String, Answer> answers) {
        return type.cast(Proxy.newProxyInstance(
                SurroundingsTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Answer answer = answers.get(method.getName());
                    if (answer != null) {
                        return answer.to(arguments);
                    }
                    Object result = call(target, method, arguments);
                    return result instanceof Statement statement
                                    && method.getName().equals("createStatement")
                            ? listened(statement, told)
                            : result;
                }));
    }

    private static Statement listened(Statement statement, List<String> told) {
        return proxy(
                Statement.class,
                statement,
                told,
                Map.of(
                        "addBatch",
                        sql -> {
                            statement.addBatch((String) sql[0]);
                            return noted(told, (String) sql[0]);
                        },
                        "execute",
                        sql -> {
                            told.add((String) sql[0]);
                            return statement.execute((String) sql[0]);
                        }));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

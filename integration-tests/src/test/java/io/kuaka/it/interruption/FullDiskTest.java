package io.kuaka.it.interruption;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kuaka.executor.MigrationFailedException;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.KillableServer;
import io.kuaka.it.support.MigrationDatabase;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.lease.LeaseTerms;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A database that has no space left: the run says what has become of the migration and that room is needed, and runs again
 * once there is some.
 */
@Tag("slow")
class FullDiskTest {
    private static final int ROWS = 10_000;

    /** On H2 the process that holds the lease is this one, which lives on; so the next run waits until it has been silent. */
    private static final LeaseTerms SOON = new LeaseTerms(
            Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(1), null);

    private static final String DIGITS = "(select 0 as d union all select 1 union all select 2 union all select 3"
            + " union all select 4 union all select 5 union all select 6 union all select 7 union all select 8"
            + " union all select 9)";
    private static final String MANY_ROWS = " select a.d + 10 * b.d + 100 * c.d + 1000 * e.d, '"
            + "x".repeat(200) + "' from " + DIGITS + " a, " + DIGITS + " b, " + DIGITS + " c, " + DIGITS
            + " e";

    /** Takes the space of a database, or gives it back. */
    private interface Disk extends AutoCloseable {
        TestDatabase database();

        void fill(MigrationDatabase run) throws SQLException;

        void makeRoom() throws IOException;

        @Override
        void close() throws IOException;
    }

    private static List<MigrationNode> nodes(Operation... more) {
        List<Operation> second = new ArrayList<>(List.of(
                new AddField("Book", varchar("title", 200).nullable()),
                new RunSql("insert into book (id, title)" + MANY_ROWS)));
        second.addAll(List.of(more));
        return List.of(
                node(
                        "shop.0001_initial",
                        List.of(),
                        new CreateModel(
                                model("Book").table("book").fields(bigint("id").primaryKey()))),
                node("shop.0002_rows", List.of("shop.0001_initial"), second.toArray(Operation[]::new)));
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatFindsNoSpaceAsksForRoomAndIsCompletedOnceThereIsSome(Engine engine) throws Exception {
        try (Disk disk = disk(engine)) {
            MigrationFailedException failure = failure(engine, disk);
            disk.makeRoom();

            assertThat(failure).hasMessageContaining("Make room for the database and run migrate again");
            try (MigrationDatabase run = MigrationDatabase.of(disk.database())) {
                assertThat(run.applied()).containsExactly(MigrationKey.parse("shop.0001_initial"));
                run.migrate(nodes(), Target.everything(), SOON);
                assertThat(run.count("select count(*) from book")).isEqualTo(ROWS);
                assertThat(run.unfinished()).isEmpty();
            }
        }
    }

    /** H2 closes a database that it couldn't write, and fails once more when the connection is closed. */
    private static MigrationFailedException failure(Engine engine, Disk disk) throws SQLException {
        MigrationDatabase run = MigrationDatabase.of(disk.database());
        List<MigrationNode> nodes = engine == Engine.POSTGRESQL ? nodes(new RunSql(NO_SPACE)) : nodes();
        run.migrate(nodes, Target.at(MigrationKey.parse("shop.0001_initial")));
        disk.fill(run);
        MigrationFailedException failure = catchThrowableOfType(
                MigrationFailedException.class, () -> run.migrate(nodes, Target.everything(), SOON));
        try {
            run.close();
        } catch (SQLException e) {
            assertThat(engine).isEqualTo(Engine.H2);
        }
        return failure;
    }

    /** PostgreSQL gets the answer of a full disk from a device that always gives it. */
    private static final String NO_SPACE = "copy book to '/dev/full'";

    private static Disk disk(Engine engine) throws IOException, SQLException {
        return switch (engine) {
            case SQLITE -> new Fixed(engine.fresh(), "pragma max_page_count = 100");
            case POSTGRESQL -> new Fixed(engine.fresh(), "select 1");
            case H2 -> {
                FilePath.register(new LimitedDisk());
                Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "h2")), "full");
                String url = "jdbc:h2:" + LimitedDisk.SCHEME + ":" + folder.toAbsolutePath() + "/db";
                yield new Limited(new TestDatabase(engine, url, "sa", ""));
            }
            case MARIADB, MYSQL -> {
                KillableServer server = KillableServer.of(
                        engine, "--innodb-file-per-table=OFF", "--innodb-data-file-path=" + Tablespace.FILE);
                yield new Tablespace(server, server.fresh());
            }
        };
    }

    /** What fills it ends with the session. */
    private record Fixed(TestDatabase database, String filling) implements Disk {
        @Override
        public void fill(MigrationDatabase run) throws SQLException {
            run.execute(filling);
        }

        @Override
        public void makeRoom() {}

        @Override
        public void close() {}
    }

    private record Limited(TestDatabase database) implements Disk {
        @Override
        public void fill(MigrationDatabase run) {
            LimitedDisk.SPACE.set(500_000);
        }

        @Override
        public void makeRoom() {
            LimitedDisk.SPACE.set(Long.MAX_VALUE);
        }

        @Override
        public void close() {
            makeRoom();
        }
    }

    /** A table space of InnoDB that doesn't grow, until it is allowed to. */
    private record Tablespace(KillableServer server, TestDatabase database) implements Disk {
        static final String FILE = "ibdata1:12M";

        @Override
        public void fill(MigrationDatabase run) throws SQLException {
            run.execute("create table filler (id int, filling varchar(200))");
            try {
                while (true) {
                    run.execute("insert into filler" + MANY_ROWS + " limit 1000");
                }
            } catch (SQLException e) {
                assertThat(e.getMessage()).contains("is full");
            }
        }

        @Override
        public void makeRoom() throws IOException {
            server.restart("--innodb-data-file-path=" + FILE + ":autoextend");
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}

package io.kuaka.benchmarks;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;

import io.kuaka.data.Model;
import io.kuaka.data.Models;
import io.kuaka.data.Row;
import io.kuaka.executor.Executor;
import io.kuaka.executor.Executor.Planned;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.lease.LeaseTerms;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Backfill;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Prints how many rows a second the ways to read and to change all rows of a table reach, beside one {@code UPDATE} and a
 * loop with batches that use JDBC directly.
 *
 * <p>Arguments: the number of rows, 1,000,000 by default, and the address, user and password of an empty database;
 * without them, SQLite and PostgreSQL are measured. Run it with {@code -Xmx64m}: no way may hold all rows.
 */
public final class RowFigures {
    private static final int ROWS = 1_000_000;
    private static final int BATCH = 1000;

    private final Connection connection;
    private final Opener opener;
    private final Dialect dialect;
    private final int rows;
    private final List<MigrationNode> history = new ArrayList<>();

    private RowFigures(Connection connection, Opener opener, int rows) throws SQLException {
        this.connection = connection;
        this.opener = opener;
        this.dialect = Dialects.of(connection);
        this.rows = rows;
    }

    /** Measures all ways on a database, or on SQLite and PostgreSQL, one after the other in one process. */
    public static void main(String[] arguments) throws SQLException, IOException {
        int rows = arguments.length == 0 ? ROWS : Integer.parseInt(arguments[0]);
        if (arguments.length > 1) {
            measure(() -> DriverManager.getConnection(arguments[1], arguments[2], arguments[3]), rows);
            return;
        }
        Path folder = Files.createTempDirectory("kuaka-figures");
        Path file = folder.resolve("rows.db");
        measure(() -> DriverManager.getConnection("jdbc:sqlite:" + file), rows);
        Files.delete(file);
        Files.delete(folder);
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            measure(() -> DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres")), rows);
        }
    }

    private static void measure(Opener opener, int rows) throws SQLException {
        try (Connection connection = opener.open()) {
            RowFigures figures = new RowFigures(connection, opener, rows);
            System.out.printf(
                    "%s, %,d rows, heap of at most %d MB%n",
                    connection.getMetaData().getDatabaseProductName(), rows, maxMegabytes());
            figures.fill();
            figures.reading();
            figures.byOneStatement();
            figures.row("JDBC: select, change, update in batches", () -> figures.jdbcLoop(false));
            figures.row("  reading the title, too", () -> figures.jdbcLoop(true));
            figures.rowByRow();
        }
    }

    private void fill() throws SQLException {
        run(
                true,
                new CreateModel(model("Book")
                        .table("book")
                        .fields(bigint("id").primaryKey(), varchar("title", 40), bigint("price"))));
        row("bulkCreate", () -> run(true, new RunJava(this::create)));
    }

    private void create(Models models) {
        List<Map<String, Object>> batch = new ArrayList<>();
        for (long id = 1; id <= rows; id++) {
            batch.add(Map.of("id", id, "title", "A book with the number " + id, "price", 100));
            if (batch.size() == BATCH || id == rows) {
                models.get("Book").bulkCreate(batch);
                batch.clear();
            }
        }
    }

    private void reading() throws SQLException {
        row(
                "iterator",
                () -> run(true, new RunJava(models -> count(models.get("Book").iterator(BATCH)))));
        if (dialect.name().equals("mysql") && !connection.getMetaData().getURL().contains("useCursorFetch=true")) {
            System.out.println("  Without useCursorFetch=true in the address, sorted rows are all in memory.");
            return;
        }
        row(
                "iterator of sorted rows",
                () -> run(
                        true,
                        new RunJava(models ->
                                count(models.get("Book").orderBy("title").iterator(BATCH)))));
    }

    private void count(Iterable<Row> books) {
        int found = 0;
        for (Row book : books) {
            found += Objects.requireNonNull(book.getLong("id")) > 0 ? 1 : 0;
        }
        if (found != rows) {
            throw new IllegalStateException(found + " rows instead of " + rows);
        }
    }

    private void byOneStatement() throws SQLException {
        row("JDBC: one update", () -> {
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("update book set price = price + 1");
            }
        });
        row(
                "update(set(...))",
                () -> run(true, new RunJava(models -> models.get("Book")
                        .update(set("price", field("price").plus(1))))));
        row(
                "Backfill by an expression",
                () -> run(
                        false,
                        new Backfill("Book", null, set("price", field("price").plus(1)))));
        row(
                "  with 2 workers",
                () -> run(
                        false,
                        new Backfill("Book", null, set("price", field("price").plus(1))).parallelism(2)));
    }

    private void rowByRow() throws SQLException {
        row("iterator and save", () -> run(true, new RunJava(RowFigures::saves)));
        row("iterator and bulkUpdate", () -> run(true, new RunJava(RowFigures::bulkUpdates)));
        row("Backfill by code", () -> run(false, new Backfill("Book", null, RowFigures::change)));
        row("  with 2 workers", () -> run(false, new Backfill("Book", null, RowFigures::change).parallelism(2)));
    }

    private static void change(Row row) {
        row.set("price", Objects.requireNonNull(row.get("price", Long.class)) + 1);
    }

    private static void saves(Models models) {
        for (Row row : models.get("Book").iterator(BATCH)) {
            change(row);
            row.save("price");
        }
    }

    private static void bulkUpdates(Models models) {
        Model books = models.get("Book");
        List<Row> batch = new ArrayList<>();
        for (Row row : books.iterator(BATCH)) {
            change(row);
            batch.add(row);
            if (batch.size() == BATCH) {
                books.bulkUpdate(batch, "price");
                batch.clear();
            }
        }
        books.bulkUpdate(batch, "price");
    }

    /**
     * What one writes without a tool: chunks along the key, and a batch of updates for each.
     *
     * @param readsAll whether it reads the column that it doesn't need, too, as rows of models do
     */
    private void jdbcLoop(boolean readsAll) throws SQLException {
        connection.setAutoCommit(false);
        String select = "select id, title, price from book where id > ? order by id limit " + BATCH;
        try (PreparedStatement query = connection.prepareStatement(select);
                PreparedStatement update = connection.prepareStatement("update book set price = ? where id = ?")) {
            long last = 0;
            int found = BATCH;
            while (found == BATCH) {
                query.setLong(1, last);
                found = 0;
                try (ResultSet result = query.executeQuery()) {
                    while (result.next()) {
                        found++;
                        last = result.getLong(1);
                        if (readsAll && result.getString(2).isEmpty()) {
                            throw new IllegalStateException("No title");
                        }
                        update.setLong(1, result.getLong(3) + 1);
                        update.setLong(2, last);
                        update.addBatch();
                    }
                }
                update.executeBatch();
            }
            connection.commit();
        }
        connection.setAutoCommit(true);
    }

    private void run(boolean isAtomic, Operation operation, Operation... more) throws SQLException {
        List<Operation> operations = new ArrayList<>(List.of(operation));
        operations.addAll(List.of(more));
        MigrationKey key = MigrationKey.parse(String.format("shop.%04d_step", history.size() + 1));
        List<MigrationKey> previous = history.isEmpty()
                ? List.of()
                : List.of(history.get(history.size() - 1).key());
        MigrationNode node = MigrationNode.of(key, previous, operations);
        history.add(
                new MigrationNode(key, previous, List.of(), List.of(), Optional.empty(), isAtomic, node.operations()));
        MigrationGraph graph = MigrationGraph.of(
                history, new Recorder(dialect).applied(connection).keySet());
        LeaseTerms terms = LeaseTerms.standard().beatingOn(opener::open);
        new Executor(dialect, connection, MigrationListener.silent(), terms)
                .run(() -> new Planned(graph, graph.plan(Target.everything())));
    }

    private void row(String what, Job job) throws SQLException {
        settle();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        long before = cpu();
        job.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double ofCpu = (cpu() - before) / 1e9;
        // The pools reach their peaks at different moments, so their sum would be more than there is.
        long peak = heap().stream()
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .max()
                        .orElse(0)
                >> 20;
        System.out.printf(
                "  %-42s %8.1f s %,12.0f rows/s %8.1f s of CPU   peak of a pool %3d MB%n",
                what, seconds, rows / seconds, ofCpu, peak);
    }

    /** Nanoseconds of this process alone: other work on the machine doesn't make it longer. */
    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    /** What the last way left behind would slow the next one down. */
    private void settle() throws SQLException {
        if (dialect.name().equals("postgresql")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum full");
                statement.execute("checkpoint");
            }
        }
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static long maxMegabytes() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    /** Opens a connection to the database that is measured. */
    @FunctionalInterface
    private interface Opener {
        Connection open() throws SQLException;
    }

    /** Something that takes time. */
    @FunctionalInterface
    private interface Job {
        void run() throws SQLException;
    }
}

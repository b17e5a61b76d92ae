package io.kuaka.it.data;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.concat;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.lower;
import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.it.support.MigrationDatabase.nonAtomic;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varbinary;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.data.ChangedKeyException;
import io.kuaka.data.MissingKeyException;
import io.kuaka.data.Query;
import io.kuaka.executor.MigrationFailedException;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.MigrationDatabase;
import io.kuaka.it.support.RecordingConnection;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.migration.TransactionForbiddenException;
import io.kuaka.operation.Backfill;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import io.kuaka.recorder.JournalEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A backfill changes all rows that it is to change, each once, batch by batch. */
class BackfillTest {
    private static final int ROWS = 95;

    @ParameterizedTest
    @EnumSource
    void changesTheRowsOfAConditionByExpressionsAndBack(Engine engine) throws Exception {
        Backfill fill = new Backfill(
                        "Customer",
                        field("email").isNull(),
                        set("email", concat(field("name"), "@example.com")),
                        set("score", field("score").plus(1)))
                .reversedBy(field("email").like("%@example.com"), set("email", null))
                .batchesOf(10);
        try (MigrationDatabase database = MigrationDatabase.on(engine)) {
            List<MigrationNode> nodes = customers(fill);

            database.migrate(nodes, Target.everything());

            assertThat(database.count("select count(*) from customer where email like '%@example.com' and score = 1"))
                    .isEqualTo(ROWS - ROWS / 10);
            assertThat(database.count("select count(*) from customer where email = 'own' and score = 0"))
                    .isEqualTo(ROWS / 10);
            assertThat(database.unfinished()).isEmpty();

            database.migrate(nodes, Target.at(MigrationKey.parse("shop.0002_rows")));

            assertThat(database.count("select count(*) from customer where email is null"))
                    .isEqualTo(ROWS - ROWS / 10);
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesRowsByCodeAtItsOwnPace(Engine engine) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Backfill fill = new Backfill("Customer", field("email").isNull(), row -> {
                    if (row.get("id", Long.class) % 2 == 0) {
                        row.set("email", row.getString("name").toUpperCase(Locale.ROOT));
                    }
                })
                .pausing(Duration.ofMillis(1))
                .waitingWhile(models -> asked.incrementAndGet() < 2
                        && engine == Engine.H2
                        && models.get("Customer").exists())
                .batchesOf(50);
        try (MigrationDatabase database = MigrationDatabase.on(engine)) {
            database.migrate(customers(fill), Target.everything());

            assertThat(database.count("select count(*) from customer where email like 'C%'"))
                    .isEqualTo(LongStream.rangeClosed(1, ROWS)
                            .filter(id -> id % 2 == 0 && id % 10 != 0)
                            .count());
            assertThat(asked).hasValueGreaterThan(engine == Engine.H2 ? 1 : 0);
        }
    }

    /**
     * It held all rows of a batch, which may be 100,000. Then it read them in parts with two lower limits each: the
     * start of the batch, for which SQLite searched, and the end of the part before, up to which it read all rows again.
     */
    @ParameterizedTest
    @EnumSource(names = {"H2", "SQLITE"})
    void codeSeesEachRowOfALargeBatchOnce(Engine engine) throws Exception {
        Operation more = new RunJava(models -> models.get("Customer")
                .bulkCreate(LongStream.rangeClosed(1001, 3500)
                        .mapToObj(id -> Map.of("id", id, "name", "c", "score", 0))
                        .toList()));
        Backfill fill = new Backfill(
                        "Customer", field("score").eq(0), row -> row.set("score", row.getInteger("score") + 1))
                .batchesOf(1500);
        try (MigrationDatabase database = MigrationDatabase.on(engine)) {
            RecordingConnection recording = new RecordingConnection(database.connection());

            new MigrationDatabase(database.dialect(), recording.asConnection(), new ArrayList<>())
                    .migrate(customers(more, fill), Target.everything());

            assertThat(database.count("select count(*) from customer where score = 1"))
                    .isEqualTo(ROWS + 2500);
            assertThat(recording.takeStatements())
                    .filteredOn(sql -> sql.startsWith("select") && sql.contains(" customer where "))
                    .hasSizeGreaterThan(3)
                    .noneMatch(sql -> sql.matches(".*> \\(\\?.*> \\(\\?.*"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void walksAlongKeysOfSeveralColumns(Engine engine) throws Exception {
        MigrationNode first = node(
                "shop.0001_initial",
                List.of(),
                new CreateModel(model("Page")
                        .table("page")
                        .fields(
                                varchar("book", 20).primaryKey(),
                                varbinary("chapter", 4).primaryKey(),
                                integer("number").primaryKey(),
                                integer("seen"))));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String book : List.of("", "A b", "ü%+", "it's")) {
            for (byte chapter : new byte[] {-1, 0, 7}) {
                IntStream.rangeClosed(-1, 3)
                        .forEach(number -> rows.add(
                                Map.of("book", book, "chapter", new byte[] {chapter}, "number", number, "seen", 0)));
            }
        }
        MigrationNode second =
                node("shop.0002_rows", List.of("shop.0001_initial"), new RunJava(models -> models.get("Page")
                        .bulkCreate(rows)));
        MigrationNode third = nonAtomic(node(
                "shop.0003_fill",
                List.of("shop.0002_rows"),
                new Backfill("Page", null, set("seen", field("seen").plus(1))).batchesOf(7)));
        try (MigrationDatabase database = MigrationDatabase.on(engine)) {
            database.migrate(List.of(first, second, third), Target.everything());

            assertThat(database.count("select count(*) from page where seen = 1"))
                    .isEqualTo(rows.size());
            assertThat(rows).hasSize(60);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsPositionWhenABatchFailsAndResumesThere(Engine engine) throws Exception {
        Backfill wrong = new Backfill("Customer", null, row -> {
                    if (row.get("id", Long.class) == 77) {
                        throw new IllegalStateException("No such thing.");
                    }
                    row.set("score", row.getInteger("score") + 1);
                })
                .batchesOf(20);
        Backfill right =
                new Backfill("Customer", null, set("score", field("score").plus(1))).batchesOf(20);
        try (MigrationDatabase database = MigrationDatabase.on(engine)) {
            assertThatThrownBy(() -> database.migrate(customers(wrong), Target.everything()))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("shop.0003_fill")
                    .hasMessageContaining("No such thing.")
                    .hasMessageContaining("Of its rows, 60 rows, 60 of them changed, up to key 60 of 95, are done.");
            JournalEntry left = database.unfinished().iterator().next();
            assertThat(left.walk().words()).isEqualTo("60 rows, 60 of them changed, up to key 60 of 95");
            assertThat(left.isUndecided()).isFalse();
            assertThat(database.count("select sum(score) from customer")).isEqualTo(60);

            database.migrate(customers(right), Target.everything());

            assertThat(database.count("select count(*) from customer where score = 1"))
                    .isEqualTo(ROWS);
            assertThat(database.unfinished()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void codeSkipsMissingValuesAndRunsOnlyIfRowsNeedIt(Engine engine) throws Exception {
        List<String> ran = new ArrayList<>();
        Operation upper = new RunJava(
                models -> {
                    Query owned = models.get("Customer").filter(field("email").isNotNull());
                    if (owned.exists()) {
                        ran.add("forward");
                        owned.iterator(10).forEach(row -> row.set(
                                        "email", row.getString("email").toUpperCase(Locale.ROOT))
                                .save("email"));
                    }
                },
                models -> models.get("Customer")
                        .filter(field("email").isNotNull())
                        .update(set("email", lower(field("email")))));
        try (MigrationDatabase database = MigrationDatabase.on(engine)) {
            database.migrate(customers(upper), Target.everything());

            assertThat(ran).containsExactly("forward");
            assertThat(database.count("select count(*) from customer where email = 'OWN'"))
                    .isEqualTo(ROWS / 10);
            assertThat(database.count("select count(*) from customer where email is null"))
                    .isEqualTo(ROWS - ROWS / 10);

            database.migrate(customers(upper), Target.at(MigrationKey.parse("shop.0002_rows")));
            assertThat(database.count("select count(*) from customer where email = 'own'"))
                    .isEqualTo(ROWS / 10);

            database.execute("update customer set email = null");
            database.migrate(customers(upper), Target.everything());
            assertThat(ran).containsExactly("forward");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyTableNeedsOneBatch(Engine engine) throws Exception {
        List<MigrationNode> nodes = new ArrayList<>(customers(new Backfill("Customer", null, set("score", 3))));
        nodes.set(1, node("shop.0002_rows", List.of("shop.0001_initial")));
        try (MigrationDatabase database = MigrationDatabase.on(engine)) {
            database.migrate(nodes, Target.everything());

            assertThat(database.applied()).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "MYSQL"})
    void whatCantBeWalkedIsRefusedBeforeAnythingRuns(Engine engine) throws Exception {
        Operation keyless = new CreateModel(model("Tag").fields(varchar("word", 9)));
        try (MigrationDatabase database = MigrationDatabase.on(engine)) {
            List<MigrationNode> atomic = new ArrayList<>(customers(new Backfill("Customer", null, set("score", 3))));
            atomic.set(
                    2,
                    node(
                            "shop.0003_fill",
                            List.of("shop.0002_rows"),
                            atomic.get(2).operations().get().get(0)));

            assertThatThrownBy(() -> database.migrate(atomic, Target.everything()))
                    .isInstanceOf(TransactionForbiddenException.class)
                    .hasMessageContaining("(Backfill Customer) can't run in a transaction. Put @NonAtomic");
            assertThatThrownBy(() -> database.migrate(
                            customers(keyless, new Backfill("Tag", null, set("word", ""))), Target.everything()))
                    .isInstanceOf(MissingKeyException.class);
            assertThatThrownBy(() -> database.migrate(
                            customers(new Backfill("Customer", null, set("id", 1))), Target.everything()))
                    .isInstanceOf(ChangedKeyException.class);
            assertThat(database.applied()).isEmpty();
        }
    }

    private static List<MigrationNode> customers(Operation... fill) {
        return List.of(
                node(
                        "shop.0001_initial",
                        List.of(),
                        new CreateModel(model("Customer")
                                .table("customer")
                                .fields(
                                        bigint("id").primaryKey(),
                                        varchar("name", 40),
                                        varchar("email", 80).nullable(),
                                        integer("score")))),
                node("shop.0002_rows", List.of("shop.0001_initial"), new RunJava(models -> models.get("Customer")
                        .bulkCreate(rows()))),
                nonAtomic(node("shop.0003_fill", List.of("shop.0002_rows"), fill)));
    }

    private static List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (long id = 1; id <= ROWS; id++) {
            rows.add(
                    id % 10 == 0
                            ? Map.of("id", id, "name", "c" + id, "score", 0, "email", "own")
                            : Map.of("id", id, "name", "c" + id, "score", 0));
        }
        return rows;
    }
}

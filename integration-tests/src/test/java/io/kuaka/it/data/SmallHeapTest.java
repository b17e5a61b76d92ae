package io.kuaka.it.data;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.it.support.MigrationDatabase.nonAtomic;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.data.Models;
import io.kuaka.data.Row;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.JavaProcess;
import io.kuaka.it.support.MigrationDatabase;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Backfill;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.RunJava;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table of 100 MB is changed row by row, twice, by a JVM with a heap of 32 MB. */
@Tag("slow")
class SmallHeapTest {
    private static final int DOUBLINGS = 15;
    private static final int LENGTH = 3000;

    private static final MigrationNode ROWS = node(
            "shop.0001_initial",
            List.of(),
            new CreateModel(model("Book")
                    .table("book")
                    .fields(bigint("id").primaryKey(), varchar("text", LENGTH), bigint("seen"))));

    private static final MigrationNode LOOP =
            node("shop.0002_loop", List.of("shop.0001_initial"), new RunJava(SmallHeapTest::loop));

    private static final MigrationNode BACKFILL = nonAtomic(
            node("shop.0003_backfill", List.of("shop.0002_loop"), new Backfill("Book", null, SmallHeapTest::see)));

    private static void loop(Models models) {
        for (Row row : models.get("Book").iterator(1000)) {
            see(row);
            row.save("seen");
        }
    }

    private static void see(Row row) {
        row.set("seen", row.get("seen", Long.class) + 1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "H2")
    void loopsAndBackfillsHoldPartsOfATableOnly(Engine engine) throws Exception {
        TestDatabase place = engine.fresh();
        try (MigrationDatabase database = MigrationDatabase.of(place)) {
            database.migrate(List.of(ROWS), Target.everything());
            database.execute("insert into book values (0, '" + "x".repeat(LENGTH) + "', 0)");
            for (int i = 0; i < DOUBLINGS; i++) {
                database.execute("insert into book select id + " + (1 << i) + ", text, 0 from book");
            }

            String said = JavaProcess.said(JavaProcess.start(
                    List.of("-Xmx32m", "-XX:+UseSerialGC"),
                    System.getProperty("java.class.path"),
                    SmallHeap.class,
                    engine.name(),
                    place.url(),
                    place.user(),
                    place.password()));

            assertThat(database.applied()).as(said).hasSize(3);
            assertThat(database.count("select count(*) from book where seen = 2"))
                    .isEqualTo(1 << DOUBLINGS);
        }
    }

    /** Migrates the database of its arguments: the engine, address, user and password. */
    public static final class SmallHeap {
        private SmallHeap() {}

        public static void main(String[] arguments) throws Exception {
            TestDatabase place =
                    new TestDatabase(Engine.valueOf(arguments[0]), arguments[1], arguments[2], arguments[3]);
            try (MigrationDatabase database = MigrationDatabase.of(place)) {
                database.migrate(List.of(ROWS, LOOP, BACKFILL), Target.everything());
            }
        }
    }
}

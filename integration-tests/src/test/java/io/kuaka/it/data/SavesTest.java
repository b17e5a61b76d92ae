package io.kuaka.it.data;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.data.JavaCode;
import io.kuaka.data.Model;
import io.kuaka.data.Models;
import io.kuaka.data.Row;
import io.kuaka.executor.MigrationFailedException;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.MigrationDatabase;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.RunJava;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Saves of single rows may be sent together, but nothing in a migration can see that they are late. */
class SavesTest {
    private static final int ROWS = 25;

    @ParameterizedTest
    @EnumSource
    void everyOtherStatementSeesWhatWasSaved(Engine engine) throws Exception {
        List<Object> seen = new ArrayList<>();
        migrate(engine, models -> {
            Model books = models.get("Book");
            for (Row row : books.iterator(10)) {
                row.set("pages", 1).save("pages");
                if (row.get("id", Long.class) == 5) {
                    seen.add(books.filter(field("pages").eq(1)).count());
                    seen.add(books.filter(field("pages").eq(1)).update(set("stars", 2)));
                    row.set("pages", 9).save("pages");
                    row.set("pages", 7).set("stars", 8).save();
                    row.refresh();
                    seen.add(row.get("pages"));
                    seen.add(row.get("stars"));
                }
            }
            seen.add(books.filter(field("pages").eq(1)).count());
        });

        assertThat(seen).containsExactly(5L, 5, 7, 8, ROWS - 1L);
    }

    @ParameterizedTest
    @EnumSource
    void theConnectionSeesThemToo(Engine engine) throws Exception {
        List<Long> seen = new ArrayList<>();
        migrate(engine, models -> {
            for (Row row : models.get("Book").iterator(10)) {
                row.set("pages", 1).save("pages");
                if (row.get("id", Long.class) > 12) {
                    seen.add(count(models));
                }
            }
        });

        assertThat(seen).isEqualTo(LongStream.rangeClosed(13, ROWS).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource
    void theLastOnesAreSentAtTheEndOfALoopThatIsLeft(Engine engine) throws Exception {
        try (MigrationDatabase database = migrate(engine, models -> {
            for (Row row : models.get("Book").orderBy("-id")) {
                row.set("pages", 1).save("pages");
                if (row.get("id", Long.class) == 20) {
                    break;
                }
            }
        })) {
            assertThat(database.count("select count(*) from book where pages = 1"))
                    .isEqualTo(6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatIsGoneAndARefusedValueAreReported(Engine engine) throws Exception {
        assertThatThrownBy(() -> migrate(engine, models -> {
                    Row row = models.get("Book").get(field("id").eq(3));
                    models.get("Book").filter(field("id").eq(3)).delete();
                    row.set("pages", 1).save("pages");
                }))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("A row of model \"shop.Book\" no longer exists.");
        assertThatThrownBy(() -> migrate(engine, models -> models.get("Book")
                        .get(field("id").eq(3))
                        .set("pages", null)
                        .save("pages")))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("Statement: update");
    }

    private static long count(Models models) throws SQLException {
        try (Statement statement = models.connection().createStatement();
                ResultSet row = statement.executeQuery("select count(*) from book where pages = 1")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static MigrationDatabase migrate(Engine engine, JavaCode code) throws SQLException {
        MigrationDatabase database = MigrationDatabase.on(engine);
        MigrationNode first = node(
                "shop.0001_initial",
                List.of(),
                new CreateModel(model("Book")
                        .table("book")
                        .fields(
                                bigint("id").primaryKey(),
                                integer("pages"),
                                integer("stars").nullable())));
        MigrationNode rows =
                node("shop.0002_rows", List.of("shop.0001_initial"), new RunJava(models -> models.get("Book")
                        .bulkCreate(LongStream.rangeClosed(1, ROWS)
                                .mapToObj(id -> Map.of("id", id, "pages", 0))
                                .toList())));
        database.migrate(
                List.of(first, rows, node("shop.0003_code", List.of("shop.0002_rows"), new RunJava(code))),
                Target.everything());
        return database;
    }
}

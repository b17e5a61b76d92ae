package io.kuaka.it.schema;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.json;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveConstraint;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RenameConstraint;
import io.kuaka.operation.RenameField;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that somebody declared with their columns. MariaDB can't drop them by name, and a column that is redefined loses
 * its own without a word.
 */
class ChecksOfColumnsTest {
    private static final ProjectState STATE = SchemaRun.shop(model("Book")
            .fields(
                    bigint("id").primaryKey(),
                    integer("pages").nullable(),
                    integer("edition").nullable(),
                    json("notes").nullable())
            .constraints(
                    check("pages", field("pages").gt(0)),
                    check("edition", field("edition").gt(0))));

    private static final String[] AS_COLUMNS = {
        "alter table Book drop constraint pages, modify column pages int check (pages > 0)",
        "alter table Book drop constraint edition, modify column edition int check (edition > 0)"
    };

    static Stream<List<Operation>> changes() {
        return Stream.of(
                List.of(new AlterField("Book", bigint("pages").nullable())),
                List.of(new AlterField(
                        "Book", integer("pages").nullable().defaultTo(7).comment("printed"))),
                List.of(new AlterField("Book", integer("pages").nullable().column("page_count"))),
                List.of(new RenameField("Book", "pages", "leaves")),
                List.of(new RenameField("Book", "notes", "remarks")),
                List.of(new RemoveConstraint("Book", "pages")),
                List.of(new RenameConstraint("Book", "pages", "book_pages_check")),
                List.of(new RenameConstraint("Book", "pages", "Pages")),
                List.of(new RemoveConstraint("Book", "pages"), new RemoveField("Book", "pages")),
                List.of(
                        new RenameField("Book", "pages", "leaves"),
                        new AlterField("Book", bigint("leaves").nullable()),
                        new RemoveConstraint("Book", "edition")),
                List.of(
                        new RemoveConstraint("Book", "pages"),
                        new AddConstraint("Book", check("pages", field("pages").gt(1)))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theyAreChangedAndLostLikeOthersInBothDirections(List<Operation> changes) throws SQLException {
        try (SchemaRun run = SchemaRun.with(Engine.MARIADB, STATE)) {
            run.execute(AS_COLUMNS);
            assertThat(run.differences(STATE)).isEmpty();

            ProjectState after = STATE;
            Deque<Operation> reverse = new ArrayDeque<>();
            for (Operation operation : changes) {
                reverse.push(operation.inverse("shop", after));
                after = operation.apply("shop", after);
            }
            SchemaRun.assertMigrates(run, STATE, changes.toArray(Operation[]::new));
            run.execute("flush tables");
            assertThat(run.differences(after)).isEmpty();
            SchemaRun.assertMigrates(run, after, reverse.toArray(Operation[]::new));
        }
    }

    /** As {@code pages int unique check (…)} names both. */
    @Test
    void aKeyOfTheSameNameStays() throws SQLException {
        ProjectState unchecked = SchemaRun.shop(model("Book")
                .fields(bigint("id").primaryKey(), integer("pages").nullable())
                .indexes(index("pages").on("pages").unique()));
        ProjectState state =
                new AddConstraint("Book", check("pages", field("pages").gt(0))).apply("shop", unchecked);
        try (SchemaRun run = SchemaRun.with(Engine.MARIADB, unchecked)) {
            run.execute("alter table Book modify column pages int check (pages > 0)");
            assertThat(run.differences(state)).isEmpty();

            SchemaRun.assertMigrates(run, state, new RemoveConstraint("Book", "pages"));
        }
    }

    /** The second change finds them where the first one has put them. */
    @Test
    void theyAreFoundAgainAfterAChange() throws SQLException {
        try (SchemaRun run = SchemaRun.with(Engine.MARIADB, STATE)) {
            run.execute(AS_COLUMNS);
            ProjectState altered = SchemaRun.assertMigrates(
                    run, STATE, new AlterField("Book", bigint("pages").nullable()));
            SchemaRun.assertMigrates(
                    run,
                    altered,
                    new RenameField("Book", "pages", "leaves"),
                    new RemoveConstraint("Book", "pages"),
                    new RemoveConstraint("Book", "edition"));
        }
    }
}

package io.kuaka.it.schema;

import static io.kuaka.expression.Expression.concat;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.it.support.SchemaRun.assertMigrates;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RenameField;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys that get their values from a field that the same migration removes. */
class FilledKeysTest {
    private static final Operation NO_LABEL = new RemoveField("Shelf", "label");

    /** The column was dropped before the key could be filled from it. */
    @ParameterizedTest
    @EnumSource
    void aKeyIsFilledFromAFieldThatGoes(Engine engine) throws SQLException {
        ProjectState before = SchemaRun.shop(model("Shelf")
                .fields(bigint("id").primaryKey(), varchar("label", 20).nullable()));
        Operation code = new AddField("Shelf", varchar("code", 20).primaryKey(), concat(field("label"), "!"));
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            run.execute("insert into Shelf (id, label) values (1, 'a'), (2, 'b')");

            ProjectState after = assertMigrates(run, before, code, NO_LABEL);
            assertThat(run.query("select id, code from Shelf order by id")).containsExactly("1|a!", "2|b!");

            assertMigrates(
                    run, after, NO_LABEL.inverse("shop", code.apply("shop", before)), code.inverse("shop", before));
            assertThat(run.query("select id from Shelf order by id")).containsExactly("1", "2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyTakesThePlaceOfAnotherOne(Engine engine) throws SQLException {
        ProjectState before =
                SchemaRun.shop(model("Shelf").fields(varchar("label", 20).primaryKey(), bigint("size")));
        Operation code = new AddField("Shelf", varchar("code", 20).primaryKey(), field("label"));
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            run.execute("insert into Shelf (label, size) values ('a', 1), ('b', 2)");

            ProjectState after = assertMigrates(run, before, code, NO_LABEL);
            assertThat(run.query("select code, size from Shelf order by size")).containsExactly("a|1", "b|2");

            // By hand, the way back is filled like the way there.
            Operation label = new AddField("Shelf", varchar("label", 20).primaryKey(), field("code"));
            Operation back = new RemoveField("Shelf", "code");
            assertMigrates(run, after, label, back);
            assertThat(run.query("select label, size from Shelf order by size")).containsExactly("a|1", "b|2");
        }
    }

    /** The same with other changes of the key and the field between them. */
    @ParameterizedTest
    @EnumSource
    void aKeyIsFilledFromAFieldThatIsRenamedAndAlteredBeforeItGoes(Engine engine) throws SQLException {
        ProjectState before =
                SchemaRun.shop(model("Shelf").fields(varchar("label", 20).primaryKey(), bigint("size")));
        List<Operation> operations = List.of(
                new AddField("Shelf", varchar("code", 20).primaryKey(), field("label")),
                new RenameField("Shelf", "label", "text"),
                new AlterField("Shelf", varchar("text", 30)),
                new RemoveField("Shelf", "text"),
                new RenameField("Shelf", "code", "label"));
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            run.execute("insert into Shelf (label, size) values ('a', 1), ('b', 2)");

            assertMigrates(run, before, operations.toArray(Operation[]::new));
            assertThat(run.query("select label, size from Shelf order by size")).containsExactly("a|1", "b|2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFieldThatBecomesAKeyIsFilledFromAFieldThatGoes(Engine engine) throws SQLException {
        ProjectState before = SchemaRun.shop(model("Shelf")
                .fields(
                        varchar("label", 20).primaryKey(),
                        bigint("size"),
                        varchar("code", 20).nullable()));
        Operation code = new AlterField("Shelf", varchar("code", 20).primaryKey(), field("label"));
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            run.execute("insert into Shelf (label, size, code) values ('a', 1, null), ('b', 2, 'c')");

            assertMigrates(run, before, code, NO_LABEL);
            assertThat(run.query("select code, size from Shelf order by size")).containsExactly("a|1", "c|2");
        }
    }

    /** A number of the database can't be without a key in between. */
    @ParameterizedTest
    @EnumSource
    void numbersOfTheDatabaseGoOnUnderAnotherName(Engine engine) throws SQLException {
        ProjectState before = SchemaRun.shop(
                model("Shelf").fields(bigint("number").primaryKey().identity(), bigint("size")));
        Operation id = new AddField("Shelf", bigint("id").primaryKey(), field("number"));
        Operation noNumber = new RemoveField("Shelf", "number");
        Operation identity = new AlterField("Shelf", bigint("id").primaryKey().identity());
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            run.execute("insert into Shelf (number, size) values (3, 1), (7, 2)");

            assertMigrates(run, before, id, noNumber, identity);
            run.execute("insert into Shelf (size) values (3)");
            assertThat(run.query("select id, size from Shelf order by size")).containsExactly("3|1", "7|2", "8|3");
        }
    }
}

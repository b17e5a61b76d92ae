package io.kuaka.it.schema;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.value;
import static io.kuaka.it.support.SchemaRun.assertMigrates;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.character;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.uuid;
import static io.kuaka.state.Fields.varbinary;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.AlterModelTable;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RunSql;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that one of several operations can't take are found before the first of them has changed anything. */
class GuardsFirstTest {
    private static final ProjectState COAST = SchemaRun.shop(
            model("Harbor").fields(bigint("id").primaryKey()),
            model("Buoy")
                    .fields(
                            bigint("id").primaryKey(),
                            varchar("code", 9).unique(),
                            varchar("name", 20),
                            bool("lit"),
                            enumeration("color", "RED", "GREEN", "BLACK"),
                            bigint("place").nullable()));

    private static SchemaRun coast(Engine engine) throws SQLException {
        SchemaRun run = SchemaRun.with(engine, COAST);
        run.execute(
                "insert into Harbor (id) values (1)",
                "insert into Buoy (id, code, name, lit, color, place) values (1, 'A', 'Reef', true, 'RED', 1)",
                "insert into Buoy (id, code, name, lit, color, place) values (2, 'B', 'Reef', false, 'BLACK', 9)");
        return run;
    }

    private static void assertRefusesAtOnce(Engine engine, String message, Operation... operations)
            throws SQLException {
        try (SchemaRun run = coast(engine)) {
            assertThatThrownBy(() -> run.migrate(COAST, operations))
                    .isInstanceOfAny(IllegalStateException.class, SQLException.class)
                    .hasMessageContaining(message);

            assertThat(run.differences(COAST)).isEmpty();
            assertThat(run.query("select code, name, color from Buoy order by id"))
                    .containsExactly("A|Reef|RED", "B|Reef|BLACK");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB", "MYSQL"})
    void aUniqueFieldThatCannotComeBackStopsTheWayBackAtOnce(Engine engine) throws SQLException {
        List<Operation> operations = List.of(
                new RemoveField("Buoy", "code"),
                new AddField("Buoy", integer("depth").nullable()));
        ProjectState state = COAST;
        List<Operation> back = new ArrayList<>();
        for (Operation operation : operations) {
            back.add(0, operation.inverse("shop", state));
            state = operation.apply("shop", state);
        }
        ProjectState after = state;
        try (SchemaRun run = coast(engine)) {
            run.migrate(COAST, operations.toArray(Operation[]::new));

            assertThatThrownBy(() -> run.migrate(after, back.toArray(Operation[]::new)))
                    .hasMessageContaining("has duplicate values in \"code\"");

            assertThat(run.differences(after)).isEmpty();
            run.execute("delete from Buoy where id = 2");
            run.migrate(after, back.toArray(Operation[]::new));
            assertThat(run.differences(COAST)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB", "MYSQL"})
    void aConstantThatRowsHaveIsFoundBeforeAnotherFieldGoes(Engine engine) throws SQLException {
        assertRefusesAtOnce(
                engine,
                "BLACK",
                new RemoveField("Buoy", "place"),
                new AlterField("Buoy", enumeration("color", "RED", "GREEN")));
    }

    /** A random change of entities found them between two statements on H2. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB", "MYSQL"})
    void bytesThatAreNoUuidAreFoundBeforeAnotherFieldGoes(Engine engine) throws SQLException {
        ProjectState keys = SchemaRun.shop(model("Door")
                .fields(
                        bigint("id").primaryKey(),
                        varbinary("code", 16),
                        varchar("name", 9).nullable()));
        try (SchemaRun run = SchemaRun.with(engine, keys)) {
            run.execute("insert into Door (id, code) values (1, x'0501')");

            assertThatThrownBy(() ->
                            run.migrate(keys, new RemoveField("Door", "name"), new AlterField("Door", uuid("code"))))
                    .hasMessageContaining("has values that aren't UUIDs");

            assertThat(run.differences(keys)).isEmpty();
            run.execute("update Door set code = x'00112233445566778899aabbccddeeff'");
            run.migrate(keys, new AlterField("Door", uuid("code")));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB", "MYSQL"})
    void duplicatesAreFoundUnderTheNamesOfTheBeginning(Engine engine) throws SQLException {
        assertRefusesAtOnce(
                engine,
                "has duplicate values in \"title\"",
                new AlterModelTable("Buoy", "buoys", null),
                new RenameField("Buoy", "name", "title"),
                new AddConstraint("Buoy", unique("buoy_title_key").on("title")));
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB", "MYSQL"})
    void aReferenceWithoutARowIsFoundBeforeAnotherFieldGoes(Engine engine) throws SQLException {
        assertRefusesAtOnce(
                engine,
                "without a matching row",
                new RemoveField("Buoy", "name"),
                new AlterField(
                        "Buoy",
                        reference("place", "shop.Harbor").column("place").nullable()));
    }

    /** The table came into being first, and stayed behind: it couldn't be asked for rows before. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB", "MYSQL"})
    void aReferenceToATableWithoutRowsIsFoundBeforeTheTableIsMade(Engine engine) throws SQLException {
        assertRefusesAtOnce(
                engine,
                "would refer to the new table \"Chain\"",
                new CreateModel(model("Chain").fields(bigint("id").primaryKey())),
                new AlterModelTable("Chain", "Chains", null),
                new AlterModelTable("Chain", "Chain", null),
                new AlterField(
                        "Buoy", reference("place", "shop.Chain").column("place").nullable()));
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB", "MYSQL"})
    void aValueThatNewFieldsGetIsCheckedBeforeTheyAreMade(Engine engine) throws SQLException {
        assertRefusesAtOnce(
                engine,
                "has rows that violate \"buoy_kind_check\"",
                new AddField("Buoy", varchar("kind", 9), value("")),
                new AddConstraint(
                        "Buoy",
                        check(
                                "buoy_kind_check",
                                field("kind")
                                        .in("light", "bell")
                                        .or(field("place").eq(7)))));
    }

    /** What letters become is known, and doesn't hide what can't become anything. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB", "MYSQL"})
    void valuesAreFoundBehindAFieldThatGetsOthers(Engine engine) throws SQLException {
        assertRefusesAtOnce(
                engine,
                "longer than 3 characters",
                new AlterField("Buoy", character("lit", 1)).replacing(true, "Y").replacing(false, "N"),
                new AlterField("Buoy", varchar("name", 3)));
    }

    /** What the migration itself repairs must not be looked at before. */
    @ParameterizedTest
    @EnumSource
    void rowsThatTheMigrationRepairsAreNotRefused(Engine engine) throws SQLException {
        try (SchemaRun run = coast(engine)) {
            assertMigrates(
                    run,
                    COAST,
                    new RunSql("update Buoy set name = code"),
                    new AddConstraint("Buoy", unique("buoy_name_key").on("name")),
                    new AlterField("Buoy", varchar("name", 2)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatTheMigrationCreatesIsNotAskedBefore(Engine engine) throws SQLException {
        try (SchemaRun run = coast(engine)) {
            assertMigrates(
                    run,
                    COAST,
                    new CreateModel(model("Chain").fields(bigint("id").primaryKey(), varchar("steel", 9))),
                    new AddConstraint("Chain", unique("chain_steel_key").on("steel")),
                    new AddField("Buoy", reference("chain", "shop.Chain").nullable()),
                    new AlterField("Buoy", varchar("code", 2).unique()));
        }
    }
}

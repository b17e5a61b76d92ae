package io.kuaka.it.schema;

import static io.kuaka.it.support.SchemaRun.assertMigrates;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.decimal;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Sequence.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.expression.Expression;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.MigrationDatabase;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.CreateSequence;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RenameField;
import io.kuaka.state.Field;
import io.kuaka.state.Indexes;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the numbers of a key come from, and what a reference refers to, change while rows are there. */
class KeyChangesTest {
    private static final ProjectState LIBRARY = SchemaRun.shop(
            model("Author").fields(bigint("id").primaryKey()),
            model("Person").fields(bigint("id").primaryKey()),
            model("Pseudonym").fields(varchar("name", 20).primaryKey()),
            model("Book").fields(bigint("id").primaryKey(), varchar("title", 20), reference("writer", "shop.Author")));
    private static final Operation RETARGET = new AlterField("Book", reference("writer", "shop.Person"));
    private static final Operation PLAIN = new AlterField("Book", bigint("id").primaryKey());
    private static final Operation IDENTITY =
            new AlterField("Book", bigint("id").primaryKey().identity());

    /** A list, and how it becomes a bag. */
    private static final ModelState NAMES = model("Author.names")
            .table("names")
            .fields(
                    integer("index").column("place").primaryKey(),
                    reference("owner", "shop.Author").column("Author_id").primaryKey(),
                    varchar("element", 20).column("name"));

    private static final Operation NO_OWNER_KEY =
            new AlterField("Author.names", reference("owner", "shop.Author").column("Author_id"));
    private static final Operation NO_PLACE = new RemoveField("Author.names", "index");

    private static void assertRefuses(Engine engine, SchemaRun run, ProjectState state, Operation operation)
            throws SQLException {
        assertThatThrownBy(() -> run.migrate(state, operation))
                .isInstanceOfAny(SQLException.class, IllegalStateException.class);
        assertThat(run.differences(state)).isEmpty();
    }

    private static SchemaRun library(Engine engine) throws SQLException {
        SchemaRun run = SchemaRun.with(engine, LIBRARY);
        run.execute(
                "insert into Author (id) values (1)",
                "insert into Person (id) values (1), (2)",
                "insert into Book (id, title, writer_id) values (7, 'Seven', 1)");
        return run;
    }

    @ParameterizedTest
    @EnumSource
    void aReferenceIsGivenAnotherTargetAndItsOldOneBack(Engine engine) throws SQLException {
        try (SchemaRun run = library(engine)) {
            ProjectState after = assertMigrates(run, LIBRARY, RETARGET);
            run.execute("insert into Book (id, title, writer_id) values (8, 'Eight', 2)");
            assertThatThrownBy(() -> run.execute("delete from Person where id = 1"))
                    .isInstanceOf(SQLException.class);
            run.execute("delete from Book where id = 8");

            assertMigrates(run, after, RETARGET.inverse("shop", LIBRARY));

            assertThat(run.query("select id, title, writer_id from Book")).containsExactly("7|Seven|1");
            run.execute("delete from Person");
        }
    }

    /** MySQL said that the table doesn't exist when a column that isn't the first of the key was renamed. */
    @ParameterizedTest
    @EnumSource
    void eachPartOfAKeyIsRenamedUnderReferencesToAllOfIt(Engine engine) throws SQLException {
        ProjectState state = SchemaRun.shop(
                model("Shelf")
                        .fields(
                                integer("row").column("line").primaryKey(),
                                varchar("place", 10).primaryKey(),
                                reference("next", "shop.Shelf")
                                        .columns("next_line", "next_place")
                                        .nullable()),
                model("Copy")
                        .fields(
                                bigint("id").primaryKey(),
                                reference("shelf", "shop.Shelf").columns("line", "spot")));
        try (SchemaRun run = SchemaRun.with(engine, state)) {
            run.execute(
                    "insert into Shelf (line, place) values (1, 'left')",
                    "insert into Copy (id, line, spot) values (7, 1, 'left')");
            ProjectState after = state;
            for (Operation rename :
                    List.of(new RenameField("Shelf", "place", "side"), new RenameField("Shelf", "row", "rank"))) {
                after = assertMigrates(run, after, rename);
                run.execute("insert into Copy (id, line, spot) values (8, 1, 'left')", "delete from Copy where id = 8");
            }
            ProjectState back = assertMigrates(run, after, new RenameField("Shelf", "side", "place"));

            assertThat(run.query("select place from Shelf")).containsExactly("left");
            assertThat(run.differences(back)).isEmpty();
            assertThatThrownBy(() -> run.execute("insert into Copy (id, line, spot) values (9, 1, 'right')"))
                    .isInstanceOf(SQLException.class);
        }
    }

    /** MySQL refuses it in a statement that also changes a type, since that copies the table. */
    @ParameterizedTest
    @EnumSource
    void aReferenceLosesItsNullsTogetherWithOtherChanges(Engine engine) throws SQLException {
        ProjectState before = SchemaRun.shop(
                model("Author").fields(bigint("id").primaryKey()),
                model("Book")
                        .fields(
                                bigint("id").primaryKey(),
                                integer("pages"),
                                reference("writer", "shop.Author").nullable()));
        Operation required = new AlterField("Book", reference("writer", "shop.Author"));
        Operation wider = new AlterField("Book", bigint("pages"));
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            run.execute(
                    "insert into Author (id) values (1)", "insert into Book (id, pages, writer_id) values (7, 9, 1)");

            ProjectState after = assertMigrates(run, before, wider, required);
            assertMigrates(
                    run, after, required.inverse("shop", wider.apply("shop", before)), wider.inverse("shop", before));

            assertMigrates(run, before, required, wider);
            assertThat(run.query("select pages, writer_id from Book")).containsExactly("9|1");
        }
    }

    /** MySQL doesn't use such an index for the foreign key, which keeps its own. */
    @ParameterizedTest
    @EnumSource
    void aDescendingIndexOverAReferenceOutlivesItsForeignKey(Engine engine) throws SQLException {
        Operation index = new AddIndex("Book", Indexes.index("book_writer_idx").on("-writer"));
        Operation unbind =
                new AlterField("Book", reference("writer", "shop.Author").withoutForeignKey());
        try (SchemaRun run = library(engine)) {
            ProjectState indexed = assertMigrates(run, LIBRARY, index);
            ProjectState unbound = assertMigrates(run, indexed, unbind);
            assertMigrates(run, unbound, unbind.inverse("shop", indexed), index.inverse("shop", LIBRARY));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTargetThatRowsDontHaveIsRefused(Engine engine) throws SQLException {
        try (SchemaRun run = library(engine)) {
            run.execute("delete from Person");

            assertRefuses(engine, run, LIBRARY, RETARGET);

            assertThat(run.query("select id, title, writer_id from Book")).containsExactly("7|Seven|1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTargetWithAnotherTypeOfKeyIsAskedInItsOwnWords(Engine engine) throws SQLException {
        Operation retarget = new AlterField("Book", reference("writer", "shop.Pseudonym"));
        try (SchemaRun run = library(engine)) {
            run.execute("insert into Pseudonym (name) values ('one')");
            assertRefuses(engine, run, LIBRARY, retarget);

            run.execute("insert into Pseudonym (name) values ('1')");
            assertMigrates(run, LIBRARY, retarget);

            assertThat(run.query("select writer_id from Book")).containsExactly("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyWhoseTextsAreNoNumbersStaysWithAllReferences(Engine engine) throws SQLException {
        ProjectState names = SchemaRun.shop(
                model("Author").fields(varchar("name", 20).primaryKey()),
                model("Book").fields(bigint("id").primaryKey(), reference("writer", "shop.Author")));
        Operation toNumbers = new AlterField("Author", bigint("name").primaryKey());
        try (SchemaRun run = SchemaRun.with(engine, names)) {
            run.execute(
                    "insert into Author (name) values ('1'), ('two')",
                    "insert into Book (id, writer_id) values (7, 'two')");

            assertRefuses(engine, run, names, toNumbers);

            run.execute("delete from Book", "delete from Author where name = 'two'");
            assertMigrates(run, names, toNumbers);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatIsTooLongForItsNewTypeStaysWithAllReferences(Engine engine) throws SQLException {
        Operation toTexts = new AlterField("Author", varchar("id", 3).primaryKey());
        try (SchemaRun run = library(engine)) {
            run.execute("insert into Author (id) values (70000)");

            assertRefuses(engine, run, LIBRARY, toTexts);

            run.execute("delete from Author where id = 70000");
            assertMigrates(run, LIBRARY, toTexts);
            assertThat(run.query("select writer_id from Book")).containsExactly("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyGetsAnotherCollationTogetherWithItsReferences(Engine engine) throws SQLException {
        ProjectState names = SchemaRun.shop(
                model("Author").fields(varchar("name", 20).primaryKey()),
                model("Book").fields(bigint("id").primaryKey(), reference("writer", "shop.Author")));
        Operation collated =
                new AlterField("Author", varchar("name", 20).primaryKey().collation(engine.collation()));
        try (SchemaRun run = SchemaRun.with(engine, names)) {
            run.execute(
                    "insert into Author (name) values ('Janet')",
                    "insert into Book (id, writer_id) values (7, 'Janet')");

            ProjectState after = assertMigrates(run, names, collated);
            assertThatThrownBy(() -> run.execute("insert into Book (id, writer_id) values (8, 'Keri')"))
                    .isInstanceOf(SQLException.class);
            assertMigrates(run, after, collated.inverse("shop", names));

            assertThat(run.query("select writer_id from Book")).containsExactly("Janet");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCompositeKeyLosesNoPartThatTellsRowsApart(Engine engine) throws SQLException {
        ProjectState seats = SchemaRun.shop(
                model("Seat").fields(bigint("hall").primaryKey(), bigint("n").primaryKey(), varchar("name", 20)));
        Operation shorter = new AlterField("Seat", bigint("hall"));
        try (SchemaRun run = SchemaRun.with(engine, seats)) {
            run.execute("insert into Seat (hall, n, name) values (1, 1, 'a'), (2, 1, 'b')");

            assertRefuses(engine, run, seats, shorter);

            run.execute("delete from Seat where hall = 2");
            assertMigrates(run, seats, shorter);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNewReferenceIsFilledWithARowThatIsThere(Engine engine) throws SQLException {
        Operation nobody = new AddField("Book", reference("owner", "shop.Person"), Expression.value(9));
        Operation somebody = new AddField("Book", reference("owner", "shop.Person"), Expression.value(2));
        try (SchemaRun run = library(engine)) {
            assertRefuses(engine, run, LIBRARY, nobody);

            assertMigrates(run, LIBRARY, somebody);

            assertThat(run.query("select owner_id from Book")).containsExactly("2");
        }
    }

    /** A list without its order column any more: by position alone, or by owner alone, its rows have no key. */
    @ParameterizedTest
    @EnumSource
    void aKeyThatStandsBetweenTwoOperationsOnlyIsNeverMade(Engine engine) throws SQLException {
        ProjectState lists = LIBRARY.withModel("shop", NAMES);
        try (SchemaRun run = SchemaRun.with(engine, lists)) {
            run.execute(
                    "insert into Author (id) values (1), (2)",
                    "insert into names (place, Author_id, name) values (0, 1, 'a'), (1, 1, 'b'), (0, 2, 'c')");

            ProjectState bag = assertMigrates(run, lists, NO_OWNER_KEY, NO_PLACE);
            assertThat(run.query("select Author_id, name from names order by name"))
                    .containsExactly("1|a", "1|b", "2|c");

            run.execute("delete from names where name = 'b'");
            ProjectState without = NO_OWNER_KEY.apply("shop", lists);
            assertMigrates(run, bag, NO_PLACE.inverse("shop", without), NO_OWNER_KEY.inverse("shop", lists));
            assertThat(run.query("select place, Author_id, name from names order by name"))
                    .containsExactly("0|1|a", "0|2|c");
        }
    }

    /** MariaDB couldn't go forward again: the key had come back in another order, and served the foreign key. */
    @ParameterizedTest
    @EnumSource
    void aKeyComesBackInItsOrderAndGoesAgain(Engine engine) throws SQLException {
        List<MigrationNode> migrations = List.of(
                MigrationDatabase.node(
                        "shop.0001_initial",
                        List.of(),
                        new CreateModel(model("Author").fields(bigint("id").primaryKey())),
                        new CreateModel(NAMES)),
                MigrationDatabase.node("shop.0002_bag", List.of("shop.0001_initial"), NO_OWNER_KEY, NO_PLACE));
        try (MigrationDatabase database = MigrationDatabase.on(engine)) {
            database.migrate(migrations, Target.everything());
            database.migrate(migrations, Target.at(MigrationKey.parse("shop.0001_initial")));
            assertThat(database.primaryKey("names")).containsExactly("place", "author_id");

            database.migrate(migrations, Target.everything());

            assertThat(database.primaryKey("names")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTypeChangesFromWhichAnotherColumnIsComputed(Engine engine) throws SQLException {
        ProjectState boxes = SchemaRun.shop(model("Box")
                .fields(
                        bigint("id").primaryKey(),
                        integer("width"),
                        integer("twice").nullable().generated(Expression.sql("width * 2"))));
        Operation wider = new AlterField("Box", bigint("width"));
        try (SchemaRun run = SchemaRun.with(engine, boxes)) {
            run.execute("insert into Box (id, width) values (1, 4)");

            ProjectState after = assertMigrates(run, boxes, wider);
            assertMigrates(run, after, wider.inverse("shop", boxes));

            assertThat(run.query("select width, twice from Box")).containsExactly("4|8");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseGoesOnWithTheNumbersThatApplicationsGave(Engine engine) throws SQLException {
        try (SchemaRun run = library(engine)) {
            ProjectState identity = assertMigrates(run, LIBRARY, IDENTITY);
            run.execute("insert into Book (title, writer_id) values ('Next', 1)");
            assertThat(run.query("select title from Book where id > 7")).containsExactly("Next");

            assertMigrates(run, identity, PLAIN);

            List<String> titles = run.query("select title from Book order by id");
            assertThat(titles).containsExactly("Seven", "Next");
            assertThatThrownBy(() -> run.execute("insert into Book (title, writer_id) values ('None', 1)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbersOfTheDatabaseGiveWayToASequenceAndComeBack(Engine engine) throws SQLException {
        ProjectState identity = IDENTITY.apply("shop", LIBRARY);
        Operation create =
                new CreateSequence(sequence("Book_SEQ").startingAt(100).incrementedBy(50));
        try (SchemaRun run = SchemaRun.with(engine, identity)) {
            run.execute(
                    "insert into Author (id) values (1)",
                    "insert into Book (title, writer_id) values ('One', 1), ('Two', 1)");
            ProjectState sequenced = assertMigrates(run, identity, create, PLAIN);
            run.execute("insert into Book (id, title, writer_id) values (100, 'Hundred', 1)");

            assertMigrates(run, sequenced, IDENTITY, create.inverse("shop", identity));

            run.execute("insert into Book (title, writer_id) values ('More', 1)");
            assertThat(run.query("select title from Book order by id"))
                    .containsExactly("One", "Two", "Hundred", "More");
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbersOfTheDatabaseBecomeTextsAndDecimalsAndGoOnWhenTheyAreNumbersAgain(Engine engine) throws SQLException {
        ProjectState numbered = SchemaRun.shop(
                model("Author").fields(bigint("id").primaryKey().identity(), varchar("name", 20)),
                model("Book").fields(bigint("id").primaryKey(), reference("writer", "shop.Author")));
        for (Field key :
                List.of(varchar("id", 20).primaryKey(), decimal("id", 10, 0).primaryKey())) {
            Operation change = new AlterField("Author", key);
            try (SchemaRun run = SchemaRun.with(engine, numbered)) {
                run.execute(
                        "insert into Author (name) values ('One'), ('Two')",
                        "insert into Book (id, writer_id) values (7, 2)");
                ProjectState after = assertMigrates(run, numbered, change);
                assertThat(run.query("select id from Author order by id")).containsExactly("1", "2");
                run.execute("insert into Author (id, name) values ('12', 'Twelve')");

                assertMigrates(run, after, change.inverse("shop", numbered));

                run.execute("insert into Author (name) values ('Next')");
                assertThat(run.query("select id, name from Author order by id"))
                        .containsExactly("1|One", "2|Two", "12|Twelve", "13|Next");
                assertThat(run.query("select writer_id from Book")).containsExactly("2");
            }
        }
    }

    /** InnoDB refuses a foreign key whose columns aren't in the order of the key that it refers to. */
    @ParameterizedTest
    @EnumSource
    void aReferenceNamesTheColumnsOfAKeyInAnyOrder(Engine engine) throws SQLException {
        ProjectState before = SchemaRun.shop(model("Shelf")
                .fields(bigint("id").primaryKey(), integer("room"), integer("place"))
                .constraints(Indexes.unique("shelf_key").on("room", "place")));
        Operation book = new CreateModel(model("Book")
                .fields(
                        bigint("id").primaryKey(),
                        reference("shelf", "shop.Shelf").columns("p", "r").toFields("place", "room")));
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            assertMigrates(run, before, book);

            run.execute("insert into Shelf (id, room, place) values (1, 2, 3)");
            run.execute("insert into Book (id, p, r) values (1, 3, 2)");
            assertThatThrownBy(() -> run.execute("insert into Book (id, p, r) values (2, 2, 3)"))
                    .isInstanceOf(SQLException.class);
        }
    }
}

package io.kuaka.it.run;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.executor.BrokenViewsException;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.MigrationDatabase;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.AlterModelTable;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RunSql;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Views and triggers that others made: no migration breaks them without a word. */
class ViewsTest {
    private static final MigrationNode INITIAL = node(
            "shop.0001_initial",
            List.of(),
            new CreateModel(model("Book")
                    .table("book")
                    .fields(
                            bigint("id").primaryKey(),
                            varchar("title", 50).nullable(),
                            varchar("isbn", 13).nullable())),
            new RunSql("insert into book (id, title, isbn) values (1, 'Emma', '1')"));
    private static final MigrationNode PAGES = node(
            "shop.0002_pages",
            List.of("shop.0001_initial"),
            new AddField("Book", bigint("pages").nullable()));

    private static MigrationNode next(Operation... operations) {
        return node("shop.0003_next", List.of("shop.0002_pages"), operations);
    }

    private static MigrationDatabase withView(Engine engine) throws SQLException {
        MigrationDatabase database = MigrationDatabase.on(engine);
        database.migrate(List.of(INITIAL), Target.everything());
        database.execute("create view titles as select b.id as number, upper(b.title) as title from book b");
        return database;
    }

    private static void assertRefused(MigrationDatabase database, Operation operation, String... words)
            throws SQLException {
        assertThatExceptionOfType(BrokenViewsException.class)
                .isThrownBy(() -> database.migrate(List.of(INITIAL, PAGES, next(operation)), Target.everything()))
                .withMessageStartingWith(
                        "shop.0003_next can't run, because other objects of the database use what it changes. ")
                .withMessageContainingAll(words);
        assertThat(database.applied()).as("nothing of the plan was run").hasSize(1);
        assertThat(database.unfinished()).isEmpty();
        assertThat(database.count("select count(*) from titles where title = 'EMMA'"))
                .isEqualTo(1);
    }

    private static void assertRuns(MigrationDatabase database, Operation... operations) throws SQLException {
        database.migrate(List.of(INITIAL, PAGES, next(operations)), Target.everything());
        assertThat(database.applied()).hasSize(3);
        assertThat(database.count("select count(*) from titles where title = 'EMMA'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aColumnThatAViewUsesIsNotDropped(Engine engine) throws SQLException {
        try (MigrationDatabase database = withView(engine)) {
            assertRefused(
                    database,
                    new RemoveField("Book", "title"),
                    "olumn \"" + (engine == Engine.H2 ? "TITLE" : "title") + "\" of table ",
                    "is dropped, which view \"" + (engine == Engine.H2 ? "TITLES" : "titles") + "\" uses.");

            assertRuns(
                    database,
                    new RunSql("drop view titles"),
                    new RemoveField("Book", "title"),
                    new RunSql("create view titles as select id as number, 'EMMA' as title from book"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aColumnThatNoViewUsesIsDropped(Engine engine) throws SQLException {
        try (MigrationDatabase database = withView(engine)) {
            assertRuns(database, new RemoveField("Book", "isbn"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aColumnIsRenamedIfTheViewFollows(Engine engine) throws SQLException {
        Operation rename = new RenameField("Book", "title", "heading");
        try (MigrationDatabase database = withView(engine)) {
            switch (engine) {
                case SQLITE, POSTGRESQL -> assertRuns(database, rename);
                case H2, MARIADB, MYSQL -> assertRefused(database, rename, "is renamed, which view ");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aColumnGetsAnotherTypeIfTheViewAllowsIt(Engine engine) throws SQLException {
        Operation change = new AlterField("Book", varchar("title", 80).nullable());
        try (MigrationDatabase database = withView(engine)) {
            switch (engine) {
                case SQLITE, H2, MARIADB, MYSQL -> assertRuns(database, change);
                case POSTGRESQL -> assertRefused(database, change, "gets another type, which view \"titles\" uses.");
            }
        }
    }

    /** The view may be there only because an earlier migration of the same run made it. */
    @ParameterizedTest
    @EnumSource
    void aViewOfTheSameRunIsFoundAtItsTurn(Engine engine) throws SQLException {
        MigrationNode view = node(
                "shop.0002_pages",
                List.of("shop.0001_initial"),
                new RunSql("create view titles as select title from book"));
        try (MigrationDatabase database = MigrationDatabase.on(engine)) {
            assertThatExceptionOfType(BrokenViewsException.class)
                    .isThrownBy(() -> database.migrate(
                            List.of(INITIAL, view, next(new RemoveField("Book", "title"))), Target.everything()));
            assertThat(database.applied()).hasSize(2);
            assertThat(database.count("select count(*) from titles")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void aColumnThatATriggerUsesIsNotDropped(Engine engine) throws SQLException {
        try (MigrationDatabase database = withView(engine)) {
            database.execute("create table notes (text varchar(50))");
            database.execute(
                    switch (engine) {
                        case SQLITE ->
                            "create trigger noted after insert on book begin insert into notes values (new.isbn); end";
                        case POSTGRESQL ->
                            "create function noted() returns trigger language plpgsql as 'begin return new; end';"
                                    + "create trigger noted after update on book for each row"
                                    + " when (old.isbn is distinct from new.isbn) execute function noted()";
                        case MARIADB, MYSQL ->
                            "create trigger noted after insert on book for each row insert into notes values (new.isbn)";
                        case H2 -> throw new AssertionError(engine);
                    });
            String where = engine == Engine.POSTGRESQL ? " on \"book\"" : "";
            assertRefused(database, new RemoveField("Book", "isbn"), "which trigger \"noted\"" + where + " uses.");

            database.execute("drop view titles");
            database.migrate(List.of(INITIAL, PAGES, next(new DeleteModel("Book"))), Target.everything());
            assertThat(database.hasTable("book"))
                    .as("the trigger goes with its table")
                    .isFalse();
        }
    }

    /** Each is made by a statement, and may forbid that a column goes, or that it gets another type. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            policy "readers" on "book"      | create policy readers on book using (isbn is not null)
            rule "kept" on "book"           | create rule kept as on delete to book where old.isbn is not null do instead nothing
            function "isbns()"              | create function isbns() returns bigint begin atomic select count(isbn) from book; end
            publication "books"             | create publication books for table book (id, isbn)
            publication "books"             | create publication books for table book where (isbn is not null) with (publish = 'insert')
            """)
    void whatElsePostgresKnowsToUseAColumnIsNamed(String words, String made) throws SQLException {
        try (MigrationDatabase database = withView(Engine.POSTGRESQL)) {
            database.execute(made);
            assertRefused(database, new RemoveField("Book", "isbn"), "which " + words + " uses.");
            Operation longer = new AlterField("Book", varchar("isbn", 20).nullable());
            assertRefused(database, longer, "gets another type, which " + words + " uses.");
        }
    }

    /** The server renames the trigger's table along. Its text is only the trigger's body, so what it mentions is another's. */
    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void aTableIsRenamedWithItsTriggerUnlessTheTriggerMentionsIt(Engine engine) throws SQLException {
        Operation rename = new AlterModelTable("Book", "volume", null);
        try (MigrationDatabase database = withView(engine)) {
            database.execute("create table notes (text varchar(50))");
            database.execute("drop view titles");
            database.execute("create trigger noted after insert on book for each row"
                    + " insert into notes select title from book where id = new.id");
            assertThatExceptionOfType(BrokenViewsException.class)
                    .isThrownBy(() -> database.migrate(List.of(INITIAL, PAGES, next(rename)), Target.everything()))
                    .withMessageContaining("Table \"book\" is renamed, which trigger \"noted\" uses.");

            database.execute("drop trigger noted");
            database.execute(
                    "create trigger noted after insert on book for each row insert into notes values (new.isbn)");
            database.migrate(List.of(INITIAL, PAGES, next(rename)), Target.everything());
            database.execute("insert into volume (id, isbn) values (2, '2')");
            assertThat(database.count("select count(*) from notes where text = '2'"))
                    .isEqualTo(1);
        }
    }

    /** What refers to the table by its name must neither go nor get another table. */
    @Test
    void whatOthersMadeAroundATableThatSqliteRebuildsWorksAfterwards() throws SQLException {
        try (MigrationDatabase database = withView(Engine.SQLITE)) {
            database.execute("pragma foreign_keys = on");
            database.execute("create table notes (text varchar(50))");
            database.execute("create table loan (id integer primary key, book_id bigint references book (id))");
            database.execute("create trigger lent after insert on loan begin"
                    + " insert into notes select title from book where id = new.book_id; end");
            database.execute("create trigger retitled instead of update on titles begin"
                    + " update book set title = new.title where id = old.number; end");

            assertRuns(
                    database,
                    new AlterField("Book", varchar("title", 20).nullable()),
                    new RenameField("Book", "isbn", "number"));
            database.execute("insert into loan values (1, 1)");
            database.execute("update titles set title = 'Persuasion' where number = 1");

            assertThat(database.count("select count(*) from notes where text = 'Emma'"))
                    .isEqualTo(1);
            assertThat(database.count("select count(*) from book where title = 'Persuasion'"))
                    .isEqualTo(1);
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> database.execute("insert into loan values (2, 99)"))
                    .withMessageContaining("FOREIGN KEY");
        }
    }

    /** SQLite ignores the case of ASCII's letters only. */
    @Test
    void triggersOfATableWithOtherLettersAreThereAfterwards() throws SQLException {
        MigrationNode first = node(
                "shop.0001_initial",
                List.of(),
                new CreateModel(model("Draft")
                        .table("Ébauche")
                        .fields(bigint("id").primaryKey(), varchar("État", 50).nullable())));
        MigrationNode rebuild = node(
                "shop.0002_rebuild",
                List.of("shop.0001_initial"),
                new AlterField("Draft", varchar("État", 80).nullable()));
        try (MigrationDatabase database = MigrationDatabase.on(Engine.SQLITE)) {
            database.migrate(List.of(first), Target.everything());
            database.execute("create trigger noted after insert on Ébauche begin delete from Ébauche; end");

            database.migrate(List.of(first, rebuild), Target.everything());

            assertThat(database.count("select count(*) from sqlite_master where name = 'noted'"))
                    .isEqualTo(1);
        }
    }

    /** SQLite drops them with the table that is rebuilt. */
    @Test
    void triggersOfATableThatSqliteRebuildsAreThereAfterwards() throws SQLException {
        try (MigrationDatabase database = withView(Engine.SQLITE)) {
            database.execute("create table notes (text varchar(50))");
            database.execute("create trigger noted after insert on book when new.id > 1 begin"
                    + " insert into notes values (new.title || ';'); end");
            database.execute("create trigger changed after update of isbn on book begin"
                    + " insert into notes values ('changed'); end");

            assertRuns(
                    database,
                    new AlterField("Book", varchar("title", 20).nullable()),
                    new RenameField("Book", "isbn", "number"));
            database.execute("insert into book (id, title, number) values (2, 'Persuasion', '2')");
            database.execute("update book set number = '3' where id = 1");

            assertThat(database.count("select count(*) from notes where text in ('Persuasion;', 'changed')"))
                    .isEqualTo(2);
            assertThat(database.count("select count(*) from notes")).isEqualTo(2);
            assertThat(database.count("select count(*) from sqlite_master where name like 'kuaka\\_\\_%' escape '\\'"))
                    .isZero();
        }
    }
}

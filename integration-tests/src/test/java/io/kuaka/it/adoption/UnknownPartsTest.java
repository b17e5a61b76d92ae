package io.kuaka.it.adoption;

import static io.kuaka.it.adoption.HandMadeTables.ENTITIES;
import static io.kuaka.it.support.Engine.H2;
import static io.kuaka.it.support.Engine.MARIADB;
import static io.kuaka.it.support.Engine.MYSQL;
import static io.kuaka.it.support.Engine.POSTGRESQL;
import static io.kuaka.it.support.Engine.SQLITE;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.ordinal;
import static io.kuaka.state.Fields.text;
import static io.kuaka.state.Fields.timestamp;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.command.Migrate;
import io.kuaka.executor.MigrationFailedException;
import io.kuaka.it.support.AdoptionRun;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A migration changes a column to which others have given something that no migration knows: the column keeps it. */
@Tag("slow")
class UnknownPartsTest {
    /**
     * What others do beside the migrations, and what an entity changes then.
     *
     * @param trace a query for what the comparison of schemas doesn't look at; empty for nothing
     */
    private record Case(String title, Set<Engine> engines, List<String> sql, String model, Field field, String trace) {
        static Case of(String title, Set<Engine> engines, String model, Field field, String... sql) {
            return new Case(title, engines, List.of(sql), model, field, "");
        }

        Case tracedBy(String query) {
            return new Case(title, engines, sql, model, field, query);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    private static final Set<Engine> FAMILY = Set.of(MARIADB, MYSQL);

    private static final ModelKey BOOK = new ModelKey("shop", "Book");

    private static final Field LONGER_NOTE = varchar("note", 60).nullable();

    private static List<Case> cases() {
        List<Case> all = new ArrayList<>();
        all.addAll(redefinitions());
        all.addAll(retyped());
        return all;
    }

    private static List<Case> redefinitions() {
        return List.of(
                modified(
                        "on update",
                        "added datetime(6) on update current_timestamp(6)",
                        timestamp("added", 3).nullable()),
                modified(
                        "default and on update",
                        "added datetime(6) default current_timestamp(6) on update current_timestamp(6)",
                        timestamp("added", 3).nullable()),
                modified("hidden", "note varchar(40) invisible", LONGER_NOTE),
                modified("comment", "note varchar(40) comment 'it''s \\\\ ours'", LONGER_NOTE),
                modified("comment and a change of nulls", "pages integer comment 'ours'", integer("pages")),
                modified("collation", "note varchar(40) collate " + MYSQL.collation(), LONGER_NOTE),
                modified("collation of another character set", "note varchar(40) collate latin1_bin", LONGER_NOTE),
                modified("default", "note varchar(40) default 'it''s'", LONGER_NOTE),
                modified("computed default", "note varchar(40) default (uuid())", LONGER_NOTE),
                modified(
                        "default of a text",
                        "note varchar(40) default 'short'",
                        text("note").nullable()),
                modified(
                        "comment while values are converted",
                        "status enum('DRAFT', 'FOR_SALE') not null comment 'ours'",
                        ordinal("status", "DRAFT", "FOR_SALE")),
                Case.of(
                        "numbered",
                        FAMILY,
                        "Line",
                        bigint("number").primaryKey(),
                        "create index line_number_idx on line (number)",
                        "alter table line modify column number integer not null auto_increment"),
                Case.of(
                        "check of the column",
                        Set.of(MARIADB),
                        "Book",
                        LONGER_NOTE,
                        "alter table book modify column note varchar(40) check (note <> 'none')"));
    }

    private static Case modified(String title, String column, Field field) {
        return Case.of(title, FAMILY, "Book", field, "alter table book modify column " + column);
    }

    private static List<Case> retyped() {
        return List.of(
                Case.of(
                        "default",
                        Set.of(POSTGRESQL, H2),
                        "Book",
                        LONGER_NOTE,
                        "alter table book alter column note set default 'it''s'"),
                Case.of(
                        "comment",
                        Set.of(POSTGRESQL, H2),
                        "Book",
                        LONGER_NOTE,
                        "comment on column book.note is 'it''s ours'"),
                Case.of(
                        "on update",
                        Set.of(H2),
                        "Book",
                        timestamp("added", 3).nullable(),
                        "alter table book alter column added set on update current_timestamp"),
                Case.of("hidden", Set.of(H2), "Book", LONGER_NOTE, "alter table book alter column note set invisible"),
                Case.of(
                        "collation",
                        Set.of(POSTGRESQL),
                        "Book",
                        LONGER_NOTE,
                        "alter table book alter column note type varchar(40) collate \"C\""),
                Case.of(
                                "storage and compression",
                                Set.of(POSTGRESQL),
                                "Book",
                                text("note").nullable(),
                                "alter table book alter column note set storage external",
                                "alter table book alter column note set compression pglz",
                                "alter table book alter column note set statistics 77",
                                "grant select (note) on book to pg_monitor")
                        .tracedBy("select concat(attstorage, attcompression, attstattarget, attacl) from pg_attribute"
                                + " where attrelid = 'book'::regclass and attname = 'note'"));
    }

    static Stream<Arguments> casesOnEngines() {
        return cases().stream()
                .flatMap(each -> each.engines().stream().sorted().map(engine -> Arguments.of(engine, each)));
    }

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("casesOnEngines")
    void aColumnKeepsWhatNoMigrationKnows(Engine engine, Case change) throws Exception {
        AdoptionRun run = adopted(engine);
        run.execute(change.sql().toArray(String[]::new));
        List<String> unknown = seen(run, change);
        assertThat(unknown).isNotEmpty();

        run.make(changed(change));
        run.migrate(Migrate.Options.all());
        List<String> afterwards = seen(run, change);
        run.migrate(new Migrate.Options("shop", "0001_initial", false));

        assertThat(afterwards).isEqualTo(unknown);
        assertThat(seen(run, change)).isEqualTo(unknown);
        assertThat(run.query("select title from book where pages = 176")).containsExactly("Owls Do Cry");
    }

    /** SQLite makes the table anew from what the migrations know. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                note varchar(40) | note varchar(40) default 'none' | the default of column "note"
                note varchar(40) | note varchar(40) collate nocase | the collation of column "note"
                note varchar(40) | note varchar(40) check (note <> 'none') | check "book_note_check"
                pages integer | pages integer unique | unique constraint "book_pages_key"
                pages integer | pages integer references author (id) | foreign key "book_pages_fkey"
                """)
    void aRebuildLosesNothingUnknown(String text, String instead, String named) throws Exception {
        AdoptionRun run = adopted(SQLITE);
        run.execute(
                "pragma writable_schema = on",
                "update sqlite_master set sql = replace(sql, '" + text + "', '" + instead.replace("'", "''")
                        + "') where name = 'book'");
        List<String> unknown = run.drift();
        assertThat(unknown).hasSize(1);

        run.make(ENTITIES.updateModel(BOOK, model -> model.withAlteredField(varchar("title", 300))));

        assertThatThrownBy(() -> run.migrate(Migrate.Options.all()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining(
                        "lose what no migration created: " + named.trim() + ". Make it part of the model");
        assertThat(run.drift()).isEqualTo(unknown);
    }

    @Test
    void aRebuiltTableIsStoredAsBefore() throws Exception {
        HandMadeTables tables = new HandMadeTables(SQLITE);
        tables.options.put("line", " without rowid");
        AdoptionRun run = run(SQLITE, tables);
        run.adopt(false, true);
        List<String> stored = run.drift();
        assertThat(stored).isNotEmpty().allSatisfy(each -> assertThat(each).contains("storage"));

        run.make(ENTITIES.updateModel(
                new ModelKey("shop", "Line"),
                model -> model.withAlteredField(integer("amount").defaultTo(2))));
        run.migrate(Migrate.Options.all());

        assertThat(run.drift()).isEqualTo(stored);
        assertThat(run.query("select amount from line")).containsExactly("2");
    }

    private AdoptionRun adopted(Engine engine) throws Exception {
        AdoptionRun run = run(engine, new HandMadeTables(engine));
        run.adopt(false, false);
        return run;
    }

    private AdoptionRun run(Engine engine, HandMadeTables tables) throws Exception {
        TestDatabase database = engine.fresh();
        database.execute(tables.statements().toArray(String[]::new));
        return new AdoptionRun(database, ENTITIES, Map.of("default shop.Book.pages", "1"), folder);
    }

    private static ProjectState changed(Case change) {
        return ENTITIES.updateModel(
                new ModelKey("shop", change.model()), model -> model.withAlteredField(change.field()));
    }

    /** How precise a moment is, and which character set a default is in, isn't what it is about. */
    private static List<String> seen(AdoptionRun run, Case change) throws Exception {
        List<String> seen = new ArrayList<>(run.drift());
        seen.replaceAll(text -> text.replaceAll("\\([36]\\)", "").replaceAll("\\(_utf8mb4('\\w*')\\)", "$1"));
        if (!change.trace().isEmpty()) {
            seen.addAll(run.query(change.trace()));
        }
        return seen;
    }
}

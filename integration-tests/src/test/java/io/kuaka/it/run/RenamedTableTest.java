package io.kuaka.it.run;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.command.Drift;
import io.kuaka.command.Migrate;
import io.kuaka.command.adopt.Adopt;
import io.kuaka.command.repair.Repair;
import io.kuaka.it.support.AdoptionRun;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.operation.AlterModelTable;
import io.kuaka.state.ProjectState;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that have another name than the entities: a new one beside them would be empty, and meet names that are taken. */
@Tag("slow")
class RenamedTableTest {
    private static final ProjectState ENTITIES = SchemaRun.shop(
            model("Author").table("author").fields(bigint("id").primaryKey(), varchar("name", 100)),
            model("Book")
                    .table("book")
                    .fields(
                            bigint("id").primaryKey(),
                            varchar("title", 200),
                            reference("author", "shop.Author").nullable())
                    .indexes(index("book_title_idx").on("title"))
                    .constraints(unique("uq_book").on("title", "author")),
            model("Review")
                    .table("review")
                    .fields(bigint("id").primaryKey(), reference("book", "shop.Book"), varchar("text", 50)));

    @TempDir
    private Path folder;

    private AdoptionRun run(TestDatabase database) throws Exception {
        return new AdoptionRun(database, ENTITIES, Map.of(), folder);
    }

    private AdoptionRun migrated(TestDatabase database) throws Exception {
        AdoptionRun run = run(database);
        run.make(ENTITIES);
        run.migrate(Migrate.Options.all());
        run.execute("insert into book (id, title) values (1, 'Owls Do Cry')");
        run.execute("insert into review (id, book_id, text) values (1, 1, 'Wow')");
        return run;
    }

    private static List<String> differences(AdoptionRun run) {
        return run.drift().stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
    }

    @ParameterizedTest
    @EnumSource
    void itIsNamedAndRenamedBack(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        AdoptionRun run = migrated(database);
        run.execute("alter table book rename to novel");

        assertThat(differences(run)).containsExactly("table \"book\": name is novel, expected book");
        assertThat(run.unknown()).isEmpty();

        Drift.Result drift = new Drift(run.project(), database::connect).run(Drift.Options.all());
        Repair repair = drift.repairs().get(drift.differences().get(0));
        assertThat(repair).isNotNull();
        database.execute(repair.statements().toArray(String[]::new));
        assertThat(run.drift()).isEmpty();
        assertThat(run.query("select title from book")).containsExactly("Owls Do Cry");
    }

    @ParameterizedTest
    @EnumSource
    void whatElseDiffersInItIsNamedToo(Engine engine) throws Exception {
        AdoptionRun run = migrated(engine.fresh());
        run.execute("create index by_hand on book (title, id)");
        run.execute("alter table book rename to novel");

        assertThat(differences(run))
                .hasSize(2)
                .startsWith("table \"book\": name is novel, expected book")
                .last()
                .asString()
                .startsWith("index \"book.by_hand\" is not expected");
    }

    /** PostgreSQL and H2 have each name of a primary key once, so that the table can't be created beside the other. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "H2"})
    void aChangedOneIsKnownByTheNameOfItsKey(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        AdoptionRun before = migrated(database);
        before.execute("alter table book rename to novel");
        before.execute("alter table novel add subtitle varchar(200)");
        before.execute("delete from kuaka_migrations");
        AdoptionRun run = new AdoptionRun(database, ENTITIES, Map.of(), folder.resolve("adopted"));

        Adopt.Prepared adopted = run.adopt(true, false);

        assertThat(AdoptionRun.named(adopted.database().differences()).map(each -> each.toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrder("book name", "novel.subtitle");
        run.migrate(Migrate.Options.all());
        assertThat(run.drift()).isEmpty();
        assertThat(run.query("select title from book")).containsExactly("Owls Do Cry");
    }

    @ParameterizedTest
    @EnumSource
    void whereSeveralCouldBeMeantItIsMissing(Engine engine) throws Exception {
        AdoptionRun run = migrated(engine.fresh());
        run.execute("drop table review");
        run.execute("drop table book");
        String columns = " (id bigint not null primary key, title varchar(200) not null, author_id bigint)";
        run.execute("create table novel" + columns);
        run.execute("create table another" + columns);

        assertThat(differences(run)).contains("table \"book\" is missing");
        assertThat(run.unknown())
                .map(each -> each.toLowerCase(Locale.ROOT))
                .containsExactlyInAnyOrder("another", "novel");
    }

    /** The fixing migration once created the table, and failed at the name of a key, if it didn't leave the rows behind. */
    @ParameterizedTest
    @EnumSource
    void anAdoptionRenamesIt(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        AdoptionRun before = migrated(database);
        before.execute("alter table book rename to novel");
        before.execute("delete from kuaka_migrations");
        AdoptionRun run = new AdoptionRun(database, ENTITIES, Map.of(), folder.resolve("adopted"));

        Adopt.Prepared adopted = run.adopt(true, false);

        assertThat(adopted.database().differences())
                .map(each -> each.describe().toLowerCase(Locale.ROOT))
                .containsExactly("table \"book\": name is novel, expected book");
        assertThat(adopted.database().unknown()).isEmpty();
        assertThat(adopted.fixes()).singleElement().satisfies(fix -> assertThat(
                        fix.migration().operations().get())
                .containsExactly(new AlterModelTable("Book", "book", null)));
        assertThat(run.drift()).isEmpty();
        assertThat(run.modelsAreUnchanged()).isTrue();
        run.migrate(Migrate.Options.all());
        assertThat(run.drift()).isEmpty();
        assertThat(run.query("select title from book")).containsExactly("Owls Do Cry");

        run.migrate(new Migrate.Options("shop", "0001_initial", false));
        assertThat(run.drift()).isEmpty();
        assertThat(run.query("select title from novel")).containsExactly("Owls Do Cry");
    }
}

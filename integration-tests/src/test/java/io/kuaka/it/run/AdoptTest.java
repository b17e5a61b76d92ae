package io.kuaka.it.run;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.value;
import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.decimal;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static io.kuaka.state.Sequence.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.command.Migrate;
import io.kuaka.command.adopt.Adopt;
import io.kuaka.command.adopt.AdoptedDatabase;
import io.kuaka.command.adopt.NothingToAdoptException;
import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceLayout;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.it.support.AdoptionRun;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.loader.LoadedMigrations;
import io.kuaka.loader.MigrationApp;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.AlterModelComment;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.CreateSequence;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.DropSequence;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveConstraint;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RemoveIndex;
import io.kuaka.operation.RenameConstraint;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RenameIndex;
import io.kuaka.operation.RenameModel;
import io.kuaka.operation.RenamePrimaryKey;
import io.kuaka.operation.RunSql;
import io.kuaka.state.ModelKey;
import io.kuaka.state.Names;
import io.kuaka.state.OnDelete;
import io.kuaka.state.ProjectState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database whose tables were there before Kuaka. */
@Tag("slow")
class AdoptTest {
    private static final ProjectState ENTITIES = SchemaRun.shop(
                    model("Author")
                            .fields(
                                    bigint("id").primaryKey().identity(),
                                    varchar("name", 100),
                                    varchar("email", 254).unique().nullable())
                            .comment("Who writes"),
                    model("Book")
                            .fields(
                                    bigint("id").primaryKey().identity(),
                                    varchar("title", 200),
                                    varchar("isbn", 13).nullable(),
                                    integer("pages").nullable(),
                                    integer("edition").nullable(),
                                    decimal("price", 10, 2).defaultTo(0),
                                    enumeration("status", "DRAFT", "FOR_SALE"),
                                    reference("author", "shop.Author").nullable())
                            .indexes(
                                    index("book_title_idx").on("title", "-pages"),
                                    index("book_edition_idx").on("edition"),
                                    index(Names.index("Book", List.of("isbn"))).on("isbn"))
                            .constraints(
                                    check("book_price_check", field("price").ge(0)),
                                    check("book_edition_check", field("edition").gt(0)),
                                    unique("book_isbn_title_key").on("isbn", "title")),
                    model("Tag").fields(bigint("id").primaryKey()))
            .withSequence("shop", sequence("invoice_seq").startingAt(100).incrementedBy(50));

    private static final List<Operation> OLD_NAMES = List.of(
            new AlterField("Author", varchar("email", 254).nullable()),
            new AddConstraint("Author", unique("uk_email").on("email")),
            new RenameConstraint("Book", "book_isbn_title_key", "uk_4711"),
            new RenameIndex("Book", Names.index("Book", List.of("isbn")), "ix_4711"),
            new RenamePrimaryKey("Book", "pk_book"),
            new AlterField("Book", reference("author", "shop.Author").nullable().foreignKey("fkh1x7ks02")));

    private static final List<Operation> CHANGES = List.of(
            new AddField("Book", varchar("note", 20).nullable()),
            new AddField("Book", integer("place"), value(1)),
            new RemoveField("Author", "name"),
            new AlterField("Book", varchar("isbn", 20).nullable()),
            new AlterField("Book", varchar("title", 200).nullable()),
            new AlterField("Book", integer("pages"), value(1)),
            new AlterField("Book", decimal("price", 10, 2)),
            new AlterField("Book", integer("edition").nullable().defaultTo(7)),
            new AlterField("Author", varchar("email", 254).nullable()),
            new AddConstraint("Book", unique("book_pages_key").on("pages")),
            new RemoveConstraint("Book", "book_price_check"),
            new AddConstraint("Book", check("book_pages_check", field("pages").gt(0))),
            new RemoveConstraint("Book", "book_edition_check"),
            new AddConstraint(
                    "Book", check("book_edition_check", field("edition").gt(1))),
            new RemoveIndex("Book", "book_edition_idx"),
            new AddIndex("Book", index("book_pages_idx").on("pages")),
            new RenameIndex("Book", "book_title_idx", "ix_title"),
            new AlterField("Book", reference("author", "shop.Author").nullable().onDelete(OnDelete.CASCADE)),
            new AlterField("Book", enumeration("status", "DRAFT", "FOR_SALE", "SOLD")),
            new DeleteModel("Tag"),
            new DropSequence("invoice_seq"),
            new AlterModelComment("Author", "Who wrote"),
            new CreateModel(model("Legacy").fields(bigint("id").primaryKey())),
            new RunSql("create view emails as select email from Author", "drop view emails"));

    private static final List<Operation> LEFTOVERS = List.of(
            new AddField("Book", varchar("note", 20).nullable()),
            new AddIndex("Book", index("book_pages_idx").on("pages")));

    /** Names each change once: a view isn't compared, and an unknown table is no difference. */
    private static List<String> named(Engine engine) {
        boolean hasNativeEnums = engine == Engine.H2 || engine == Engine.MYSQL || engine == Engine.MARIADB;
        List<String> named = new ArrayList<>(List.of(
                "book.note",
                "book.place",
                "author.name",
                "book.isbn type",
                "book.title nullability",
                "book.pages nullability",
                "book.price default",
                "book.edition default",
                "author.author_email_key",
                "book.book_pages_key",
                "book.book_price_check",
                "book.book_pages_check",
                "book.book_edition_check definition",
                "book.book_edition_idx",
                "book.book_pages_idx",
                "book.book_title_idx name",
                "book.book_author_id_fkey definition",
                hasNativeEnums ? "book.status type" : "book.book_status_check definition",
                "tag",
                "invoice_seq"));
        if (engine != Engine.SQLITE) {
            named.add("author comment");
        }
        return named;
    }

    @TempDir
    private Path folder;

    /** Makes tables as something else would have made them: without a history where Kuaka looks for it. */
    private static TestDatabase database(Engine engine, List<Operation> changes) {
        TestDatabase database = engine.fresh();
        List<Operation> all = new ArrayList<>();
        all.add(new CreateSequence(ENTITIES.sequences().values().iterator().next()));
        ENTITIES.models().values().forEach(model -> all.add(new CreateModel(model)));
        all.addAll(changes);
        Project project = new Project(
                AdoptTest.class.getClassLoader(),
                List.of(),
                SourceLayout.none(),
                new LoadedMigrations(
                        List.of(new MigrationApp("shop", "com.example.shop", Optional.empty())),
                        List.of(node("shop.0001_old", List.of(), all.toArray(Operation[]::new)))));
        ConnectionSource connections = database::connect;
        Migrate migrate = new Migrate(project, connections.withHistoryIn(null, "elsewhere"));
        migrate.run(migrate.prepare(Migrate.Options.all()));
        return database;
    }

    @ParameterizedTest
    @EnumSource
    void namesThatNobodyChoseStayAndTheEntitiesAskForNothing(Engine engine) throws Exception {
        TestDatabase database = database(engine, OLD_NAMES);
        AdoptionRun run = new AdoptionRun(
                database,
                ENTITIES,
                Map.of(
                        "rename shop.Book to Novel", "yes",
                        "rename shop.Novel.author to writer", "yes",
                        "rename shop.Novel.isbn to code", "yes"),
                folder);

        Adopt.Prepared adopted = run.adopt(false, false);

        assertThat(AdoptionRun.named(adopted.database().differences())).isEmpty();
        assertThat(adopted.database().names())
                .extracting(SchemaDifference::found)
                .map(each -> String.valueOf(each).toLowerCase(Locale.ROOT))
                .contains("uk_email", "uk_4711", "ix_4711", "fkh1x7ks02");
        assertThat(run.drift()).isEmpty();
        assertThat(run.modelsAreUnchanged()).isTrue();
        assertThat(run.query("select how from kuaka_migrations")).containsExactly("adopted");

        ModelKey novel = new ModelKey("shop", "Novel");
        ProjectState renamed = ENTITIES.renameModel(new ModelKey("shop", "Book"), novel)
                .updateModel(novel, model -> model.withAlteredConstraint(
                                "book_isbn_title_key",
                                unique("novel_isbn_title_key").on("isbn", "title"))
                        .withAlteredIndex(
                                Names.index("Book", List.of("isbn")),
                                index(Names.index("Novel", List.of("isbn"))).on("isbn")));
        List<MigrationNode> made = run.make(renamed);
        assertThat(made).singleElement().satisfies(migration -> assertThat(
                        migration.operations().get())
                .containsExactly(new RenameModel("Book", "Novel")));
        List<MigrationNode> fields = run.make(withRenamedFields(renamed, novel));
        assertThat(fields).singleElement().satisfies(migration -> assertThat(
                        migration.operations().get())
                .containsExactlyInAnyOrder(
                        new RenameField("Novel", "author", "writer"), new RenameField("Novel", "isbn", "code")));
        run.migrate(Migrate.Options.all());
        assertThat(run.drift()).isEmpty();
    }

    /** What the reader of entities makes of new names of attributes: nothing has a name that somebody gave it. */
    private static ProjectState withRenamedFields(ProjectState state, ModelKey novel) {
        return state.renameField(novel, "author", "writer")
                .renameField(novel, "isbn", "code")
                .updateModel(novel, model -> model.withAlteredConstraint(
                                "novel_isbn_title_key",
                                unique("novel_code_title_key").on("code", "title"))
                        .withAlteredIndex(
                                Names.index("Novel", List.of("isbn")),
                                index(Names.index("Novel", List.of("code"))).on("code")));
    }

    @ParameterizedTest
    @EnumSource
    void eachDifferenceIsNamedAndMendedAndRowsAreKept(Engine engine) throws Exception {
        TestDatabase database = database(engine, CHANGES);
        database.execute(
                "insert into Author (email) values ('janet@example.com')",
                "insert into Book (title, isbn, pages, edition, price, status, place, author_id)"
                        + " select 'Owls Do Cry', '9781582430683', 176, 3, 9.5, 'DRAFT', 1, id from Author");
        Map<String, String> answers =
                Map.of("default shop.Author.name", "'unknown'", "default shop.Book.title", "'unknown'");
        AdoptionRun run = new AdoptionRun(database, ENTITIES, answers, folder);

        AdoptedDatabase found = run.look().database();
        assertThat(AdoptionRun.named(found.differences()).map(each -> each.toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrderElementsOf(named(engine));
        assertThat(found.untold()).isEmpty();
        assertThat(run.project().loaded().migrations()).isEmpty();

        run.adopt(true, false);
        assertThat(run.drift()).isEmpty();
        assertThat(run.modelsAreUnchanged()).isTrue();

        assertThat(run.migrate(Migrate.Options.all())).containsExactly("shop.0002_match_entities");
        assertThat(run.drift()).isEmpty();
        assertThat(run.query("select title from Book join Author on Author.id = author_id where name = 'unknown'"))
                .containsExactly("Owls Do Cry");
        assertThat(run.query("select email from emails")).containsExactly("janet@example.com");
        assertThat(run.unknown().stream().map(each -> each.toLowerCase(Locale.ROOT)))
                .contains("legacy");

        run.migrate(new Migrate.Options("shop", "0001_initial", false));
        assertThat(run.drift()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void whatOnlyTheDatabaseHasIsLeftAloneOnRequest(Engine engine) throws IOException {
        AdoptionRun run = new AdoptionRun(database(engine, LEFTOVERS), ENTITIES, Map.of(), folder);

        assertThat(run.look().isAdoptable()).isFalse();
        Adopt.Prepared adopted = run.adopt(false, true);

        assertThat(leftovers(adopted)).containsExactlyInAnyOrder("book.note", "book.book_pages_idx");
        assertThat(run.modelsAreUnchanged()).isTrue();
        assertThat(run.drift()).hasSize(2);
    }

    /** The column would be lost when the table is made anew. */
    @Test
    void whereTablesAreMadeAnewOnlyIndexesCanBeLeftAlone() throws IOException {
        AdoptionRun run = new AdoptionRun(database(Engine.SQLITE, LEFTOVERS), ENTITIES, Map.of(), folder);

        Adopt.Prepared refused = run.adopt(false, true);

        assertThat(refused.isAdoptable()).isFalse();
        assertThat(leftovers(refused)).containsExactly("book.book_pages_idx");
        assertThat(AdoptionRun.named(refused.database().differences())).containsExactly("book.note");
    }

    private static Stream<String> leftovers(Adopt.Prepared prepared) {
        return AdoptionRun.named(prepared.database().leftovers()).map(each -> each.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource
    void withoutTablesOrWithMigrationsThereIsNothingToAdopt(Engine engine) throws IOException {
        AdoptionRun empty = new AdoptionRun(engine.fresh(), ENTITIES, Map.of(), folder);
        assertThatThrownBy(empty::look)
                .isInstanceOf(NothingToAdoptException.class)
                .hasMessageContaining("none of the tables");

        AdoptionRun managed = new AdoptionRun(database(engine, List.of()), ENTITIES, Map.of(), folder);
        managed.adopt(false, false);
        assertThatThrownBy(managed::look)
                .isInstanceOf(NothingToAdoptException.class)
                .hasMessageContaining("--fake-initial");
    }
}

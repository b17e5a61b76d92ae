package io.kuaka.autodetect;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.lower;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.expression.Expression.upper;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.date;
import static io.kuaka.state.Fields.duration;
import static io.kuaka.state.Fields.instant;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.time;
import static io.kuaka.state.Fields.uuid;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Sequence.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.detector.InconvertibleFieldsException;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.AlterModelTable;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.CreateSequence;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.MoveModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RenameConstraint;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RenameIndex;
import io.kuaka.operation.RenameModel;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** What detection does beyond Django's, which would drop and create where these tests rename and move. */
class AutodetectorTest {
    private static final Field ID = bigint("id").primaryKey().identity();
    private static final ModelState AUTHOR = model("Author").fields(ID, varchar("name", 100));
    private static final ModelState BOOK = model("Book")
            .fields(ID, varchar("title", 100), instant("printed").nullable(), reference("author", "shop.Author"));
    private static final ModelState JOIN = model("Book.tags")
            .fields(
                    reference("book", "shop.Book").primaryKey(),
                    reference("tags", "shop.Tag").primaryKey());
    private static final ModelState TAG = model("Tag").fields(ID, varchar("label", 20));
    private static final ProjectState SHOP = state("shop", AUTHOR, BOOK, JOIN, TAG);

    @Test
    void renamesAFieldThatIsWiderNow() {
        ProjectState to = SHOP.renameField(key("Book"), "title", "heading")
                .updateModel(key("Book"), model -> model.withAlteredField(varchar("heading", 400)));

        assertThat(operations(SHOP, to))
                .containsExactly(
                        new RenameField("Book", "title", "heading"), new AlterField("Book", varchar("heading", 400)));
    }

    @Test
    void renamesAModelThatGotAField() {
        Field pages = integer("pages").nullable();
        ProjectState to =
                SHOP.renameModel(key("Book"), key("Novel")).updateModel(key("Novel"), model -> model.withField(pages));

        assertThat(operations(SHOP, to))
                .containsExactly(new RenameModel("Book", "Novel"), new AddField("Novel", pages));
    }

    @Test
    void aJoinTableFollowsItsOwner() {
        ProjectState to = SHOP.renameModel(key("Book"), key("Novel"));

        assertThat(operations(SHOP, to)).containsExactly(new RenameModel("Book", "Novel"));
    }

    @Test
    void aJoinTableFollowsItsAttribute() {
        ProjectState to = SHOP.renameModel(key("Book.tags"), key("Book.labels"))
                .renameField(key("Book.labels"), "tags", "labels");

        assertThat(operations(SHOP, to))
                .containsExactly(
                        new RenameModel("Book.tags", "Book.labels"), new RenameField("Book.labels", "tags", "labels"));
    }

    @Test
    void aRenameThatKeepsItsColumnTouchesNoColumn() {
        ProjectState to = SHOP.updateModel(
                key("Book"),
                model -> model.withRenamedField("title", varchar("heading", 100).column("title")));

        assertThat(operations(SHOP, to)).containsExactly(new RenameField("Book", "title", "heading").keepingColumns());
    }

    /** The first one lost its values, and was shown those of the second. */
    @Test
    void aFieldTakesTheColumnOfAnotherWhenThatHasLeftIt() {
        ModelState before = model("Pair").fields(ID, varchar("a", 9), varchar("b", 9));
        Field first = varchar("a", 9).column("b");
        Field second = varchar("b", 9).column("c");

        assertThat(operations(state("shop", before), state("shop", model("Pair").fields(ID, first, second))))
                .containsExactly(new AlterField("Pair", second), new AlterField("Pair", first));
    }

    @Test
    void fieldsThatExchangeTheirColumnsNeedOneTemporaryName() {
        ModelState before = model("Pair").fields(ID, varchar("a", 9), varchar("b", 9));
        ModelState after = model("Pair")
                .fields(ID, varchar("a", 9).column("b"), varchar("b", 9).column("a"));

        assertThat(operations(state("shop", before), state("shop", after)))
                .containsExactly(
                        new AlterField("Pair", varchar("a", 9).column("kuaka__a_tmp")),
                        new AlterField("Pair", varchar("b", 9).column("a")),
                        new AlterField("Pair", varchar("a", 9).column("b")));
    }

    /** The temporary name was optimized away, because both had the columns of their names in the end: one lost its values. */
    @Test
    void fieldsThatExchangeTheirColumnsBackNeedATemporaryNameAsWell() {
        ModelState before = model("Pair")
                .fields(ID, varchar("a", 9).column("b"), varchar("b", 9).column("a"));
        ModelState after = model("Pair").fields(ID, varchar("a", 9), varchar("b", 9));

        assertThat(operations(state("shop", before), state("shop", after)))
                .containsExactly(
                        new AlterField("Pair", varchar("a", 9).column("kuaka__b_tmp")),
                        new AlterField("Pair", varchar("b", 9)),
                        new AlterField("Pair", varchar("a", 9)));
    }

    @Test
    void typesWithoutACommonValueAreRefusedWithTheWayOut() {
        ModelState before = model("Film").fields(ID, duration("length"), bigint("code"), integer("pages"));
        ModelState after = model("Film").fields(ID, instant("length"), uuid("code"), varchar("pages", 9));

        assertThatThrownBy(() -> operations(state("shop", before), state("shop", after)))
                .isInstanceOf(InconvertibleFieldsException.class)
                .hasMessageStartingWith("No database can change \"shop.Film.length\" from duration to instant, or"
                        + " \"shop.Film.code\" from bigint to uuid: their values aren't convertible.")
                .hasMessageContaining("4. Give the new field the name of the old one");
    }

    /** It was asked whether the date was renamed, and the time of day that came of it could never be read. */
    @Test
    void aFieldThatCannotBecomeTheOtherIsNotItsNewName() {
        ModelState before = model("Film").fields(ID, date("shown"));
        ModelState after = model("Film").fields(ID, time("shownAt").nullable());

        assertThat(operations(state("shop", before), state("shop", after)))
                .containsExactly(
                        new RemoveField("Film", "shown"),
                        new AddField("Film", time("shownAt").nullable()));
    }

    @Test
    void aRenameThatKeepsItsTableTouchesNoTable() {
        ProjectState to = SHOP.renameModel(key("Author"), key("Writer"))
                .updateModel(key("Writer"), model -> model.table("Author"));

        assertThat(operations(SHOP, to)).containsExactly(new RenameModel("Author", "Writer").keepingTable());
    }

    @Test
    void movesAModelToAnotherApp() {
        ProjectState to = SHOP.renameModel(key("Author"), key("people", "Author"));

        SortedMap<String, List<MigrationNode>> migrations = detect(SHOP, to);

        assertThat(migrations).containsOnlyKeys("people");
        MigrationNode migration = migrations.get("people").get(0);
        assertThat(migration.operations().get()).containsExactly(new MoveModel("shop.Author", "people.Author"));
        assertThat(migration.dependencies()).containsExactly(new MigrationKey("shop", "0007_last"));
        assertThat(migration.apply(SHOP)).isEqualTo(to);
        assertThat(migration.inverses(SHOP).get(0).apply("people", to)).isEqualTo(SHOP);
    }

    @Test
    void movesAModelAndKeepsItsTable() {
        ProjectState to = SHOP.renameModel(key("Author"), key("people", "Author"))
                .updateModel(key("people", "Author"), model -> model.table("people_author"));

        assertThat(detect(SHOP, to).get("people").get(0).operations().get())
                .containsExactly(
                        new MoveModel("shop.Author", "people.Author"),
                        new AlterModelTable("Author", "people_author", null));
    }

    @Test
    void renamesIndexesAndConstraints() {
        ProjectState from = SHOP.updateModel(
                key("Book"), model -> model.withIndex(index("old_idx").on("-title"))
                        .withConstraint(check("old_check", field("title").ne(""))));
        ProjectState to = SHOP.updateModel(
                key("Book"), model -> model.withIndex(index("new_idx").on("-title"))
                        .withConstraint(check("new_check", field("title").ne(""))));

        assertThat(operations(from, to))
                .containsExactlyInAnyOrder(
                        new RenameIndex("Book", "old_idx", "new_idx"),
                        new RenameConstraint("Book", "old_check", "new_check"));
    }

    @Test
    void anIndexFollowsTheFieldThatIsRenamed() {
        ProjectState from = SHOP.updateModel(
                key("Book"), model -> model.withIndex(index("idx").on("title")));

        assertThat(operations(from, from.renameField(key("Book"), "title", "heading")))
                .containsExactly(new RenameField("Book", "title", "heading"));
    }

    @Test
    void aCheckInSqlFollowsTheColumnThatIsRenamed() {
        ProjectState from =
                SHOP.updateModel(key("Book"), model -> model.withConstraint(check("c", sql("title <> ''"))));
        Field field = varchar("title", 100).column("book_title");

        assertThat(operations(from, from.updateModel(key("Book"), model -> model.withAlteredField(field))))
                .containsExactly(new AlterField("Book", field));
    }

    @Test
    void anIndexAndAFieldThatIsComputedAnewGoAndComeBack() {
        Field loud = varchar("loud", 100).nullable().generated(upper(field("title")));
        Field quiet = varchar("loud", 100).nullable().generated(lower(field("title")));
        ProjectState from = SHOP.updateModel(key("Book"), model -> model.withField(loud)
                .withIndex(index("idx").on("loud")));
        ProjectState to = SHOP.updateModel(key("Book"), model -> model.withField(quiet)
                .withIndex(index("idx").on("loud")));

        assertThat(operations(from, to).get(0)).isEqualTo(new RemoveField("Book", "loud"));
        assertThat(applied(from, detect(from, to))).isEqualTo(to);
    }

    @Test
    void aNewTableTakesTheNameOfOneThatGoes() {
        ProjectState to = state("shop", model("Zine").table("Author").fields(ID, integer("issue")));

        assertThat(operations(state("shop", AUTHOR), to))
                .containsExactly(new DeleteModel("Author"), new CreateModel(to.model(key("Zine"))));
    }

    @Test
    void aNewTableHasItsColumnsInTheOrderOfTheModel() {
        ModelState book = model("Book").fields(reference("author", "shop.Author"), ID, varchar("title", 9));

        List<Operation> operations = operations(ProjectState.empty(), state("shop", AUTHOR, book));

        assertThat(operations).hasSize(2);
        assertThat(((CreateModel) operations.get(1)).model().fields().keySet())
                .containsExactly("author", "id", "title");
    }

    @Test
    void sequencesComeBeforeTheModelsThatUseThem() {
        ProjectState to = state("shop", AUTHOR).withSequence("shop", sequence("ids"));

        assertThat(operations(ProjectState.empty(), to))
                .containsExactly(new CreateSequence(sequence("ids")), new CreateModel(AUTHOR));
    }

    @Test
    void aCircleOfReferencesBetweenAppsBecomesThreeMigrations() {
        ModelState user =
                model("User").fields(ID, reference("favourite", "shop.Item").nullable());
        ModelState item = model("Item").fields(ID, reference("owner", "users.User"));
        ProjectState to = state("shop", item).withModel("users", user);

        SortedMap<String, List<MigrationNode>> migrations =
                Autodetector.detect(ProjectState.empty(), to, Map.of(), AnswersQuestioner.withoutAnswers(), options());

        MigrationKey firstShop = new MigrationKey("shop", "0001_initial");
        MigrationKey firstUsers = new MigrationKey("users", "0001_initial");
        assertThat(migrations.get("users")).hasSize(2);
        assertThat(migrations.get("shop")).hasSize(1);
        assertThat(migrations.get("users").get(0).dependencies()).isEmpty();
        assertThat(migrations.get("shop").get(0).dependencies()).containsExactly(firstUsers);
        assertThat(migrations.get("users").get(1).dependencies()).containsExactly(firstShop, firstUsers);
        assertThat(migrations.get("users").get(1).operations().get())
                .containsExactly(
                        new AddField("User", reference("favourite", "shop.Item").nullable()));
    }

    @Test
    void migrationsOfOtherAppsAreLeftOutUnlessTheyAreNeeded() {
        ProjectState to = SHOP.withModel("users", model("User").fields(ID))
                .withModel("stock", model("Shelf").fields(ID))
                .updateModel(
                        key("Book"),
                        model ->
                                model.withField(reference("owner", "users.User").nullable()));

        assertThat(detect(SHOP, to, options().withApps(Set.of("shop")))).containsOnlyKeys("shop", "users");
    }

    @Test
    void namesSayWhatTheMigrationDoes() {
        ProjectState to = SHOP.updateModel(
                key("Book"), model -> model.withField(integer("pageCount").nullable()));

        assertThat(detect(SHOP, to).get("shop").get(0).key()).hasToString("shop.0008_book_page_count");
    }

    @Test
    void anIndexOnAReferenceNeedsNothingOfTheOtherAppWhenTheReferenceIsThere() {
        ProjectState from = SHOP.withModel("users", model("User").fields(ID, integer("age")))
                .updateModel(
                        key("Book"),
                        model ->
                                model.withField(reference("owner", "users.User").nullable()));
        ProjectState to = from.updateModel(
                        key("Book"), model -> model.withIndex(index("i").on("owner")))
                .updateModel(key("users", "User"), model -> model.withoutField("age"));

        assertThat(detect(from, to).get("shop").get(0).dependencies())
                .containsExactly(new MigrationKey("shop", "0007_last"));
    }

    @Test
    void namesOfMigrationsStayReadable() {
        String longName = "book_title_that_is_so_long_that_nobody_reads_it_to_its_end";
        ProjectState from = SHOP.updateModel(
                key("Book"),
                model -> model.withConstraint(check("old", field("title").ne(""))));
        ProjectState to = SHOP.updateModel(
                key("Book"),
                model -> model.withConstraint(check(longName, field("title").ne(""))));

        assertThat(detect(from, to).get("shop").get(0).key().name())
                .isEqualTo("0008_rename_old_book_title_that_is_so_long_that_nobody");
    }

    private static List<Operation> operations(ProjectState from, ProjectState to) {
        return detect(from, to).get("shop").stream()
                .flatMap(node -> node.operations().get().stream())
                .toList();
    }

    private static SortedMap<String, List<MigrationNode>> detect(ProjectState from, ProjectState to) {
        return detect(from, to, options());
    }

    private static SortedMap<String, List<MigrationNode>> detect(
            ProjectState from, ProjectState to, AutodetectOptions options) {
        Map<String, MigrationKey> leaves = Map.of("shop", new MigrationKey("shop", "0007_last"));
        return Autodetector.detect(from, to, leaves, new Agreeing(), options);
    }

    private static ProjectState applied(ProjectState from, SortedMap<String, List<MigrationNode>> migrations) {
        ProjectState state = from;
        for (MigrationNode node : migrations.get("shop")) {
            state = node.apply(state);
        }
        return state;
    }

    private static AutodetectOptions options() {
        return AutodetectOptions.defaults();
    }

    private static ProjectState state(String app, ModelState... models) {
        ProjectState state = ProjectState.empty();
        for (ModelState model : models) {
            state = state.withModel(app, model);
        }
        return state;
    }

    private static ModelKey key(String model) {
        return key("shop", model);
    }

    private static ModelKey key(String app, String model) {
        return new ModelKey(app, model);
    }
}

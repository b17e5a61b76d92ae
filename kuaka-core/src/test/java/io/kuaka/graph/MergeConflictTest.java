package io.kuaka.graph;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.expression.Expression.upper;
import static io.kuaka.graph.Histories.key;
import static io.kuaka.graph.Histories.keys;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RenameModel;
import io.kuaka.operation.RunSql;
import io.kuaka.state.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Django merges all of these without a word. */
class MergeConflictTest {
    private static final Field ID = bigint("id").primaryKey();
    private static final MigrationNode ROOT = MigrationNode.of(
            key("shop.0001_initial"),
            List.of(),
            List.of(
                    new CreateModel(model("Author").fields(ID, varchar("name", 100))),
                    new CreateModel(
                            model("Book").fields(ID, varchar("title", 100), reference("author", "shop.Author")))));

    @Test
    void differentFieldsMayBeAddedInAnyOrder() {
        assertThat(clashes(
                        new AddField("Book", integer("pages").nullable()),
                        new AddField("Book", integer("year").nullable())))
                .isEmpty();
        assertThat(clashes(
                        new AddField("Book", integer("pages").nullable()),
                        new CreateModel(model("Tag").fields(ID))))
                .isEmpty();
        assertThat(clashes(
                        new AddIndex("Book", index("one").on("title")),
                        new AddIndex("Book", index("two").on("title"))))
                .isEmpty();
    }

    /** A model that wasn't there had the table without a name before, and so had the other one. */
    @Test
    void differentModelsMayBeMadeOrDeletedInAnyOrder() {
        CreateModel tag = new CreateModel(model("Tag").fields(ID));

        assertThat(clashes(tag, new CreateModel(model("Shelf").fields(ID)))).isEmpty();
        assertThat(clashes(tag, new DeleteModel("Book"))).isEmpty();
    }

    @Test
    void oneFieldChangedTwiceIsAClash() {
        assertThat(clashes(new AlterField("Book", varchar("title", 200)), new AlterField("Book", varchar("title", 50))))
                .containsExactly(
                        "shop.0002_left, operation 1 (Alter field title on Book) and shop.0002_right, operation 1"
                                + " (Alter field title on Book): both change the field \"title\" of \"shop.Book\".");
    }

    @Test
    void whatOneNeedsAndTheOtherChangesIsAClash() {
        RenameField rename = new RenameField("Book", "title", "heading");
        RemoveField removal = new RemoveField("Book", "title");

        assertThat(clashes(new AddIndex("Book", index("i").on("title")), rename))
                .hasSize(1);
        assertThat(clashes(new AddConstraint("Book", check("c", sql("title <> ''"))), removal))
                .hasSize(1);
        assertThat(clashes(new AddField("Book", varchar("loud", 100).generated(upper(field("title")))), removal))
                .hasSize(1);
        assertThat(clashes(new AddField("Book", varchar("copy", 100), field("title")), rename))
                .hasSize(1);
        assertThat(clashes(new AddField("Book", varchar("copy", 100), sql("upper(title)")), rename))
                .hasSize(1);
        assertThat(clashes(
                        new DeleteModel("Book"),
                        new AddField("Author", reference("best", "shop.Book").nullable())))
                .hasSize(1);
        assertThat(clashes(
                        new AlterField("Author", integer("id").primaryKey()),
                        new AddField("Author", reference("x", "shop.Author").nullable())))
                .hasSize(1);
    }

    @Test
    void aRenamedModelClashesWithWhateverIsDoneToIt() {
        assertThat(clashes(
                        new RenameModel("Book", "Novel"),
                        new AddField("Book", integer("pages").nullable())))
                .hasSize(1);
        assertThat(clashes(
                        new RenameModel("Author", "Writer"),
                        new AlterField(
                                "Book", reference("author", "shop.Author").nullable())))
                .hasSize(1);
        assertThat(clashes(
                        new RenameModel("Author", "Writer"),
                        new AddIndex("Book", index("i").on("title"))))
                .isEmpty();
    }

    @Test
    void aNameThatADatabaseHasOnceIsAClash() {
        assertThat(clashes(
                        new AddIndex("Book", index("i").on("title")),
                        new AddIndex("Author", index("I").on("name"))))
                .containsExactly("shop.0002_left, operation 1 (Create index i on field(s) title of model Book) and"
                        + " shop.0002_right, operation 1 (Create index I on field(s) name of model Author): both change the"
                        + " name \"i\".");
        assertThat(clashes(
                        new AddField("Book", integer("pages").nullable().column("n")),
                        new AddField("Book", integer("number").nullable().column("N"))))
                .hasSize(1);
        assertThat(clashes(
                        new CreateModel(model("Tag").table("labels").fields(ID)),
                        new CreateModel(model("Label").table("labels").fields(ID))))
                .hasSize(1);
    }

    @Test
    void sqlMayDoAnything() {
        AddField other = new AddField("Author", integer("age").nullable());

        assertThat(clashes(new RunSql("update \"Book\" set title = ''"), other)).hasSize(1);
        assertThat(MergeConflict.between(graph(new RunSql("select 1")), keys("shop.0002_left", "shop.0002_right")))
                .isEmpty();
    }

    private static List<String> clashes(Operation left, Operation right) {
        return MergeConflict.between(graph(left, right), keys("shop.0002_left", "shop.0002_right")).stream()
                .map(MergeConflict::toString)
                .toList();
    }

    private static MigrationGraph graph(Operation left, Operation... right) {
        return MigrationGraph.of(List.of(
                ROOT,
                MigrationNode.of(key("shop.0002_left"), keys("shop.0001_initial"), List.of(left)),
                MigrationNode.of(key("shop.0002_right"), keys("shop.0001_initial"), List.of(right))));
    }
}

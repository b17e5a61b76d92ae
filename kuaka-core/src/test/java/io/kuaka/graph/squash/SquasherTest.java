package io.kuaka.graph.squash;

import static io.kuaka.expression.Expression.value;
import static io.kuaka.graph.Histories.key;
import static io.kuaka.graph.Histories.keys;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.Migration;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.migration.OperationOf;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndexConcurrently;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.AlterModelComment;
import io.kuaka.operation.Category;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.Reduction;
import io.kuaka.operation.RunJava;
import io.kuaka.operation.RunSql;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of the operations and annotations of squashed migrations. */
class SquasherTest {
    /** A migration with code. */
    public static final class Filling implements Migration {
        @Override
        public List<Operation> operations() {
            return List.of(SQL, new RunJava(RunJava.NOOP, RunJava.NOOP));
        }
    }

    private static final CreateModel BOOK =
            new CreateModel(model("Book").fields(bigint("id").primaryKey()));
    private static final AddField COPIES = new AddField("Book", integer("copies"), value(1));
    private static final RunSql SQL = new RunSql("insert into book values (1)", "delete from book");

    private final List<MigrationNode> history = new ArrayList<>();

    @Test
    void theOperationsAreJoinedAndTheMembersReplaced() {
        add("0001_initial", BOOK);
        add("0002_copies", COPIES);
        add("0003_title", new AddField("Book", varchar("title", 10).nullable()));

        Squash.Part part = only(squash("0003"));

        assertThat(part.migration().key()).isEqualTo(key("shop.0001_squashed_0003_title"));
        assertThat(part.migration().replaces())
                .isEqualTo(keys("shop.0001_initial", "shop.0002_copies", "shop.0003_title"));
        assertThat(part.migration().isInitial()).isTrue();
        assertThat(operations(part))
                .containsExactly(new CreateModel(model("Book")
                        .fields(
                                bigint("id").primaryKey(),
                                integer("copies"),
                                varchar("title", 10).nullable())));
    }

    @Test
    void aLaterStretchIsNamedAfterItsEndsAndIsNotInitial() {
        add("0001_initial", BOOK);
        add("0002_copies", COPIES);
        add("0003_more", new AlterField("Book", bigint("copies")));

        MigrationNode squash = only(Squasher.squash(graph(), request("0002", "0003"), this::classOf))
                .migration();

        assertThat(squash.key()).isEqualTo(key("shop.0002_copies_squashed_0003_more"));
        assertThat(squash.dependencies()).containsExactly(key("shop.0001_initial"));
        assertThat(squash.initial()).isEmpty();
    }

    @Test
    void aOneOffDefaultIsKeptWhereRowsMayBeThere() {
        add("0001_initial", BOOK);
        add("0002_copies", COPIES);
        add("0003_more", new AlterField("Book", bigint("copies")));

        Squash later = Squasher.squash(graph(), request("0002", "0003"), this::classOf);

        assertThat(operations(only(later))).containsExactly(new AddField("Book", bigint("copies"), value(1)));
    }

    @Test
    void aOneOffDefaultIsKeptBehindCodeThatMayHaveMadeRows() {
        add("0001_initial", BOOK);
        add("0002_rows", SQL);
        add("0003_copies", COPIES);

        Squash.Part part = only(squash("0003"));

        assertThat(operations(part)).containsExactly(BOOK, SQL, COPIES);
        assertThat(part.barriers()).containsExactly("shop.0002_rows, operation 1 (Run SQL)");
    }

    @Test
    void rowsKeepAOneOffDefaultAlsoWhenNullIsAllowedLater() {
        AlterField mandatory = new AlterField("Book", integer("copies"), value(1));
        AlterField optional = new AlterField("Book", integer("copies").nullable());
        add(
                "0001_initial",
                new CreateModel(model("Book")
                        .fields(bigint("id").primaryKey(), integer("copies").nullable())));
        add("0002_mandatory", mandatory);
        add("0003_optional", optional);

        Squash later = Squasher.squash(graph(), request("0002", "0003"), this::classOf);

        assertThat(operations(only(later))).containsExactly(mandatory, optional);
    }

    @Test
    void elidableCodeIsLeftOutEvenWhenItIsAlone() {
        add("0001_initial", BOOK);
        add("0002_rows", SQL.elidable());
        add("0003_copies", COPIES);

        Squash.Part part = only(squash("0003"));

        assertThat(operations(part)).hasSize(1);
        assertThat(part.leftOut()).containsExactly("shop.0002_rows, operation 1 (Run SQL)");
        assertThat(part.operationsBefore()).isEqualTo(3);
    }

    @Test
    void sqlThatChangesTheModelsStaysWhateverItSaysOfItself() {
        RunSql adding = new RunSql("alter table book add copies integer").withStateOperations(COPIES);
        add("0001_initial", BOOK);
        add("0002_copies", adding.elidable());

        assertThat(operations(only(squash("0002")))).containsExactly(BOOK, adding.elidable());
    }

    @Test
    void codeThatCantBeWrittenIsPointedAt() {
        add("0001_initial", BOOK);
        add("0002_fill", SQL, new RunJava(RunJava.NOOP, RunJava.NOOP));

        assertThat(operations(only(squash("0002")))).containsExactly(BOOK, SQL, new OperationOf(Filling.class, 1));
    }

    @Test
    void withoutOptimizationAllOperationsStay() {
        add("0001_initial", BOOK);
        add("0002_rows", SQL.elidable());
        add("0003_copies", COPIES);
        Squasher.Request request = new Squasher.Request("shop", null, "0003", "start", false);

        Squash.Part part = only(Squasher.squash(graph(), request, this::classOf));

        assertThat(part.migration().key()).isEqualTo(key("shop.0001_start"));
        assertThat(operations(part)).containsExactly(BOOK, SQL.elidable(), COPIES);
    }

    @Test
    void whatWaitsForAPartWaitsForTheSquash() {
        history.add(MigrationNode.of(key("people.0001_initial"), List.of(), List.of()));
        history.add(MigrationNode.of(key("people.0002_more"), keys("people.0001_initial"), List.of()));
        add("0001_initial", BOOK);
        history.add(new MigrationNode(
                key("shop.0002_copies"),
                keys("shop.0001_initial", "people.0001_initial", "shop.__first__"),
                keys("people.0002_more"),
                List.of(),
                Optional.empty(),
                true,
                () -> List.of(COPIES)));

        Squash squash = squash("0002");
        MigrationNode node = only(squash).migration();

        assertThat(node.dependencies()).containsExactly(key("people.0001_initial"));
        assertThat(node.runBefore()).containsExactly(key("people.0002_more"));
        assertThat(squash.after().parents(key("people.0002_more")))
                .containsExactlyInAnyOrder(key("people.0001_initial"), key("shop.0001_squashed_0002_copies"));
    }

    @Test
    void itStaysOutOfATransactionAsLongAsAnythingHasTo() {
        AddIndexConcurrently concurrent =
                new AddIndexConcurrently("Book", index("i").on("copies"));
        add("0001_initial", BOOK);
        add("0002_copies", COPIES);
        history.add(new MigrationNode(
                key("shop.0003_index"),
                keys("shop.0002_copies"),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                () -> List.of(concurrent)));

        MigrationNode whole = only(squash("0003")).migration();
        MigrationNode later = only(Squasher.squash(graph(), request("0002", "0003"), this::classOf))
                .migration();

        assertThat(whole.operations().get()).hasSize(1);
        assertThat(whole.atomic()).as("the index is part of the new table").isTrue();
        assertThat(later.operations().get()).contains(concurrent);
        assertThat(later.atomic()).isFalse();
    }

    @Test
    void aSquashCanBeSquashed() {
        add("0001_initial", BOOK);
        add("0002_copies", COPIES);
        add("0003_title", new AddField("Book", varchar("title", 10).nullable()));
        history.add(only(squash("0002")).migration());

        Squash squash = squash("0003");

        assertThat(only(squash).migration().replaces())
                .isEqualTo(keys("shop.0001_squashed_0002_copies", "shop.0003_title"));
        assertThat(only(squash).migration().dependencies()).isEmpty();
        assertThat(squash.after().keys()).containsExactly(key("shop.0001_squashed_0003_title"));
    }

    @Test
    void aWrongReductionIsFoundOut() {
        add("0001_initial", BOOK);
        add("0002_greedy", new Greedy());
        add("0003_copies", COPIES);

        assertThatExceptionOfType(SquashDiffersException.class)
                .isThrownBy(() -> squash("0003"))
                .withMessageContaining(": \"shop.Book\".")
                .withMessageContaining("--no-optimize");
    }

    @Test
    void whatComesAfterTheWholeSquashInsteadOfItsMiddleIsNamed() {
        add("0001_initial", BOOK);
        add("0002_copies", COPIES);
        MigrationKey early = key("orders.0001_initial");
        history.add(MigrationNode.of(early, keys("shop.0001_initial"), List.of(SQL)));
        history.add(MigrationNode.of(key("people.0001_initial"), keys("shop.0002_copies"), List.of(SQL)));

        assertThat(squash("0002").overtaken()).containsExactly(early);
    }

    @Test
    void aMigrationThatWouldNotWorkAfterTheWholeSquashPreventsIt() {
        add("0001_initial", BOOK);
        add("0002_gone", new DeleteModel("Book"));
        history.add(MigrationNode.of(key("orders.0001_look"), keys("shop.0001_initial"), List.of(new Looking())));

        assertThatExceptionOfType(UnsuitableRangeException.class)
                .isThrownBy(() -> squash("0002"))
                .withMessageContaining("orders.0001_look, operation 1")
                .withMessageContaining("Squash up to the part that it needs");
    }

    @Test
    void commentsOfTablesAreKept() {
        add("0001_initial", BOOK);
        add("0002_comment", new AlterModelComment("Book", "What can be read"));

        assertThat(operations(only(squash("0002"))))
                .containsExactly(new CreateModel(BOOK.model().comment("What can be read")));
    }

    private void add(String name, Operation... operations) {
        MigrationKey key = new MigrationKey("shop", name);
        List<MigrationKey> before = history.stream()
                .map(MigrationNode::key)
                .filter(each -> each.app().equals("shop"))
                .skip(Math.max(
                        0,
                        history.stream()
                                        .filter(each -> each.key().app().equals("shop"))
                                        .count()
                                - 1))
                .toList();
        history.add(MigrationNode.of(key, before, Arrays.asList(operations)));
    }

    private MigrationGraph graph() {
        return MigrationGraph.of(history);
    }

    private Squash squash(String end) {
        return Squasher.squash(graph(), request(null, end), this::classOf);
    }

    private static Squasher.Request request(String start, String end) {
        return new Squasher.Request("shop", start, end, null, true);
    }

    private Class<? extends Migration> classOf(MigrationKey key) {
        return Filling.class;
    }

    private static Squash.Part only(Squash squash) {
        assertThat(squash.parts()).hasSize(1);
        return squash.parts().get(0);
    }

    private static List<Operation> operations(Squash.Part part) {
        return part.migration().operations().get();
    }

    /** An operation that a user wrote. */
    private interface OfAUser extends Operation {
        @Override
        default ProjectState apply(String app, ProjectState before) {
            return before;
        }

        @Override
        default void execute(SchemaEditor editor, OperationContext context) {}

        @Override
        default Operation inverse(String app, ProjectState before) {
            return this;
        }

        @Override
        default String describe() {
            return "Do as a user likes";
        }

        @Override
        default String nameFragment() {
            return "";
        }

        @Override
        default Category category() {
            return Category.ALTERATION;
        }

        @Override
        default JavaSource toSource() {
            return JavaSource.code("null");
        }
    }

    /** Swallows its neighbour. */
    private record Greedy() implements OfAUser {
        @Override
        public boolean references(ModelKey key) {
            return false;
        }

        @Override
        public Reduction reduce(String app, Operation next) {
            return Reduction.by(this);
        }
    }

    /** Needs a model of another app. */
    private record Looking() implements OfAUser {
        @Override
        public ProjectState apply(String app, ProjectState before) {
            before.model(new ModelKey("shop", "Book"));
            return before;
        }
    }
}

package io.kuaka.autodetect;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Sequence.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.AlterModelTable;
import io.kuaka.operation.CreateSequence;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.DropSequence;
import io.kuaka.operation.MoveModel;
import io.kuaka.operation.MoveSequence;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RenameModel;
import io.kuaka.operation.RenameSequence;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a change of the source of ids becomes: a sequence that is known to be the same one goes on with its numbers. */
class GeneratorsDetectedTest {
    private static final Field ID = bigint("id").primaryKey();
    private static final ModelState BOOK = model("Book").table("book").fields(ID, varchar("title", 50));
    private static final ProjectState BOOKS = state("shop", BOOK).withSequence("shop", sequence("book_seq"));

    @Test
    void theSequenceOfARenamedTableIsRenamed() {
        ProjectState now = state("shop", BOOK.table("`Novels`")).withSequence("shop", sequence("Novels_SEQ"));

        assertThat(operations(BOOKS, now))
                .containsExactly(
                        new AlterModelTable("Book", "`Novels`", null), new RenameSequence("book_seq", "Novels_SEQ"));
    }

    /** Each table took the numbers of the other one, which began again at some that were there. */
    @Test
    void theSequencesOfTablesThatExchangeTheirNamesDoSo() {
        ProjectState before =
                BOOKS.withModel("shop", model("Log").table("log").fields(ID)).withSequence("shop", sequence("log_seq"));
        ProjectState now = state("shop", BOOK.table("log"))
                .withModel("shop", model("Log").table("book").fields(ID))
                .withSequence("shop", sequence("book_seq"))
                .withSequence("shop", sequence("log_seq"));

        assertThat(operations(before, now))
                .containsSubsequence(
                        new RenameSequence("book_seq", "kuaka__book_seq_tmp"),
                        new RenameSequence("log_seq", "book_seq"),
                        new RenameSequence("kuaka__book_seq_tmp", "log_seq"));
    }

    /** The sequence of the new class began at 1, among the ids of the rows that belong to it. */
    @Test
    void theSequenceOfAClassGoesToTheNewClassAboveIt() {
        ProjectState now = state("shop", model("Item").table("item").fields(ID))
                .withModel(
                        "shop",
                        BOOK.withAlteredField(
                                reference("id", "shop.Item").column("id").primaryKey()))
                .withSequence("shop", sequence("item_seq"));

        assertThat(operations(BOOKS, now)).contains(new RenameSequence("book_seq", "item_seq"));
    }

    @Test
    void theSequenceOfAMovedModelMoves() {
        ProjectState now = state("library", BOOK).withSequence("library", sequence("book_seq"));

        assertThat(operations(BOOKS, now))
                .containsExactly(
                        new MoveModel("shop.Book", "library.Book"),
                        new MoveSequence("shop.book_seq", "library.book_seq"));
    }

    @Test
    void aSequenceThatKeepsItsNameBesideARenamedTableIsStated() {
        Field stated = ID.sequence("shop.book_seq");
        ProjectState now = state("shop", model("Book").table("novels").fields(stated, varchar("title", 50)))
                .withSequence("shop", sequence("book_seq"));

        assertThat(operations(BOOKS, now))
                .containsExactly(new AlterModelTable("Book", "novels", null), new AlterField("Book", stated));
    }

    /** It was taken for an id that always came from there, so that the sequence went on among the ids that were assigned. */
    @Test
    void anAssignedIdThatBeginsToUseASequenceOfTheHistorySaysSo() {
        Field stated = ID.sequence("shop.ids");
        ProjectState before = state("shop", BOOK).withSequence("shop", sequence("ids"));
        ProjectState now = state("shop", model("Book").table("book").fields(stated, varchar("title", 50)))
                .withSequence("shop", sequence("ids"));

        assertThat(operations(before, now)).containsExactly(new AlterField("Book", stated));
    }

    @Test
    void subclassesWithTablesOfTheirOwnThatBeginToUseTheSequenceOfTheirParentSaySo() {
        ModelState comic = model("Comic").fields(ID, varchar("title", 50), varchar("artist", 50));
        Field stated = ID.sequence("shop.book_seq");
        ProjectState before = BOOKS.withModel("shop", comic);

        assertThat(operations(before, BOOKS.withModel("shop", comic.withAlteredField(stated))))
                .containsExactly(new AlterField("Comic", stated));
    }

    @Test
    void aFieldThatJoinsTheUsersOfASequenceSaysSo() {
        ModelState shelf = model("Shelf").fields(ID);
        Field stated = ID.sequence("shop.book_seq");

        assertThat(operations(
                        BOOKS.withModel("shop", shelf),
                        BOOKS.withModel("shop", model("Shelf").fields(stated))))
                .containsExactly(new AlterField("Shelf", stated));
    }

    @Test
    void aSequenceThatNobodyUsesGivesItsNameToTheOneOfTheModelThatTakesTheTable() {
        ModelState log = model("Log").table("log").fields(ID);
        ProjectState before = BOOKS.withModel("shop", log).withSequence("shop", sequence("log_seq"));
        ProjectState now =
                state("shop", model("Journal").table("book").fields(ID)).withSequence("shop", sequence("book_seq"));

        assertThat(operations(before, now))
                .containsExactlyInAnyOrder(
                        new DeleteModel("Book"),
                        new RenameModel("Log", "Journal"),
                        new AlterModelTable("Journal", "book", null),
                        new DropSequence("book_seq"),
                        new RenameSequence("log_seq", "book_seq"));
    }

    @Test
    void anIdentityThatBecomesASequenceWaitsForIt() {
        ProjectState before = state("shop", BOOK.withAlteredField(ID.identity()));

        assertThat(operations(before, BOOKS))
                .containsExactly(new CreateSequence(sequence("book_seq")), new AlterField("Book", ID));
        assertThat(operations(BOOKS, before))
                .containsExactly(new AlterField("Book", ID.identity()), new DropSequence("book_seq"));
    }

    @Test
    void aHistoryOfIdentitiesDoesNotCountAsOneOfNativeIds() {
        Field natively = ID.identity().sequence("shop.book_seq");
        Sequence sequence = sequence("book_seq").forNativeIds();
        ProjectState before = state("shop", BOOK.withAlteredField(ID.identity()));
        ProjectState now = state("shop", BOOK.withAlteredField(natively)).withSequence("shop", sequence);

        assertThat(operations(before, now))
                .containsExactly(new CreateSequence(sequence), new AlterField("Book", natively));
        assertThat(operations(before.withSequence("shop", sequence), now))
                .containsExactly(new AlterField("Book", natively));
    }

    private static ProjectState state(String app, ModelState model) {
        return ProjectState.empty().withModel(app, model);
    }

    private static List<Operation> operations(ProjectState from, ProjectState to) {
        return Autodetector.detect(from, to, Map.of(), new Agreeing(), AutodetectOptions.defaults()).values().stream()
                .flatMap(List::stream)
                .flatMap(node -> node.operations().get().stream())
                .toList();
    }
}

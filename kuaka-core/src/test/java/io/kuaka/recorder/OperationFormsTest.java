package io.kuaka.recorder;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.OperationCases;
import io.kuaka.operation.RunJava;
import io.kuaka.operation.RunSql;
import io.kuaka.operation.SeparateDatabaseAndState;
import io.kuaka.testing.Golden;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OperationFormsTest {
    private static final Operation BOOK =
            new CreateModel(model("Book").table("book").fields(bigint("id").primaryKey()));
    private static final Operation PAGES = new AddField("Book", integer("pages"));

    private static MigrationNode node(Operation... operations) {
        return MigrationNode.of(MigrationKey.parse("shop.0001_initial"), List.of(), List.of(operations));
    }

    private static boolean areEqual(Operation first, Operation second) {
        return OperationChecksum.of(node(first)).isOf(node(second));
    }

    /** If a line that was there changes, raise the format: databases hold checksums over these lines. */
    @Test
    void theFormsOfAFormatStayAsTheyAre() {
        Golden.assertGolden(
                "forms.txt",
                "Format " + OperationChecksum.FORMAT + "\n"
                        + OperationCases.all().stream()
                                .map(each ->
                                        each.name() + ": " + each.operation().form() + "\n")
                                .collect(Collectors.joining()));
    }

    @Test
    void anotherWordingOfTheSameOperationsIsNoEdit() {
        Operation optimized =
                new CreateModel(model("Book").table("book").fields(bigint("id").primaryKey(), integer("pages")));

        assertThat(OperationChecksum.of(node(BOOK, PAGES)).isOf(node(optimized)))
                .isTrue();
        assertThat(OperationChecksum.of(node(BOOK, PAGES)).isOf(node(BOOK))).isFalse();
        assertThat(OperationChecksum.of(node(BOOK))).isNotEqualTo(OperationChecksum.of(node(BOOK, PAGES)));
    }

    @Test
    void whatIsDoneWhenItIsAppliedCountsAndNotHowItIsReversed() {
        RunSql sql = new RunSql("update book set pages = 1");

        assertThat(areEqual(sql, sql.elidable())).isTrue();
        assertThat(areEqual(sql, new RunSql("update book set pages = 1", "update book set pages = 0")))
                .isTrue();
        assertThat(areEqual(sql, new RunSql("update book set pages = 2"))).isFalse();
        assertThat(areEqual(sql, sql.withStateOperations(PAGES))).isFalse();
    }

    @Test
    void codeCountsByTheNameOfItsClassIfItHasOne() {
        RunJava code = new RunJava(models -> {});

        assertThat(areEqual(code, new RunJava(models -> models.get("Book"), RunJava.NOOP)))
                .isTrue();
        assertThat(code.form()).isEqualTo("new RunJava(code)");
        assertThat(areEqual(
                        new SeparateDatabaseAndState(List.of(code, PAGES), List.of(PAGES)),
                        new SeparateDatabaseAndState(List.of(code), List.of(PAGES))))
                .isFalse();
    }

    @Test
    void whatDiffersIsNamedOperationByOperation() {
        Operation text = new AddField("Book", varchar("title", 100));
        OperationForms then = OperationForms.of(node(BOOK, PAGES, text));
        OperationForms now = OperationForms.of(node(BOOK, text, new AddField("Book", integer("price"))));

        assertThat(then.differencesTo(now))
                .containsExactly(
                        "- operation 2: new AddField(\"Book\", integer(\"pages\"))",
                        "+ operation 3: new AddField(\"Book\", integer(\"price\"))");
        assertThat(then.differencesTo(then)).isEmpty();
        assertThat(OperationForms.decompressed(then.compressed())).isEqualTo(then);
    }

    @Test
    void aChecksumOfAnotherFormatSaysNothing() {
        OperationChecksum checksum = OperationChecksum.of(node(BOOK));

        assertThat(OperationChecksum.parse(checksum.text())).contains(checksum);
        assertThat(OperationChecksum.parse(checksum.text().replace("1:", "2:"))).isEqualTo(Optional.empty());
        assertThat(OperationChecksum.parse("9".repeat(64))).isEmpty();
    }
}

package io.kuaka.schema.diff;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.ordinal;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Rename;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TableDiffTest {
    private static final Dialect POSTGRESQL = Dialects.named("postgresql");
    private static final SqlGrammar GRAMMAR = POSTGRESQL.grammar();
    private static final ProjectState STATE = ProjectState.empty()
            .withModel(
                    "shop",
                    model("Author")
                            .fields(
                                    integer("id").primaryKey(),
                                    varchar("name", 9).unique()))
            .withModel(
                    "shop",
                    model("Book")
                            .fields(
                                    integer("id").primaryKey(),
                                    varchar("title", 20),
                                    enumeration("status", "NEW", "OLD"),
                                    integer("pages").nullable(),
                                    integer("sheets")
                                            .generated(field("pages").dividedBy(2))
                                            .nullable(),
                                    reference("author", "shop.Author"))
                            .indexes(index("book_idx").on("title", "sheets"))
                            .constraints(check("book_pages", field("pages").gt(0))));

    private static List<TableDiff> diffs(ProjectState after, String model, Map<String, String> renamedFields) {
        return TableDiff.of(
                GRAMMAR,
                new OperationContext(POSTGRESQL, "shop", STATE, after).changes(model, renamedFields, Map.of()));
    }

    private static ProjectState edit(String model, UnaryOperator<ModelState> edit) {
        return STATE.updateModel(new ModelKey("shop", model), edit);
    }

    private static TableDiff alter(Field field) {
        return diffs(edit("Book", model -> model.withAlteredField(field)), "Book", Map.of())
                .get(0);
    }

    @Test
    void nothingDiffersBetweenATableAndItself() {
        TableDiff diff = diffs(STATE, "Book", Map.of()).get(0);

        assertThat(diff.alteredColumns()).isEmpty();
        assertThat(diff.indexes().isEmpty()).isTrue();
        assertThat(diff.checks().isEmpty()).isTrue();
        assertThat(diff.foreignKeys().isEmpty()).isTrue();
        assertThat(diff.primaryKeyChanges()).isFalse();
    }

    @Test
    void derivedNamesFollowTheTableAndNothingElseChanges() {
        TableDiff diff = diffs(edit("Book", model -> model.table("Tome")), "Book", Map.of())
                .get(0);

        assertThat(diff.renamesTable()).isTrue();
        assertThat(diff.checks().renamed()).containsExactly(new Rename("book_status_check", "tome_status_check"));
        assertThat(diff.foreignKeys().renamed())
                .containsExactly(new Rename("book_author_id_fkey", "tome_author_id_fkey"));
        assertThat(diff.foreignKeys().added()).isEmpty();
        assertThat(diff.indexes().isEmpty()).isTrue();
    }

    @Test
    void aForeignKeyStaysWhenItsTargetIsRenamed() {
        ProjectState after = STATE.renameModel(new ModelKey("shop", "Author"), new ModelKey("shop", "Writer"))
                .renameField(new ModelKey("shop", "Writer"), "id", "number");
        List<TableDiff> diffs = TableDiff.of(
                GRAMMAR,
                List.of(
                        new TableChange(
                                TableMapping.of(STATE, new ModelKey("shop", "Author")),
                                TableMapping.of(after, new ModelKey("shop", "Writer")),
                                Map.of("id", "number"),
                                Map.of()),
                        TableChange.between(
                                TableMapping.of(STATE, new ModelKey("shop", "Book")),
                                TableMapping.of(after, new ModelKey("shop", "Book")))));

        assertThat(diffs.get(0).renamedColumns()).containsExactly(new Rename("id", "number"));
        assertThat(diffs.get(1).foreignKeys().isEmpty()).isTrue();
    }

    @Test
    void aForeignKeyIsMadeAgainWhenItsTargetChangesItsType() {
        List<TableDiff> diffs = diffs(
                edit("Author", model -> model.withAlteredField(bigint("id").primaryKey())), "Author", Map.of());

        assertThat(diffs.get(1).alteredColumns())
                .extracting(change -> change.after().name(), ColumnChange::attributes)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("author_id", Set.of(ColumnAttribute.TYPE)));
        assertThat(diffs.get(1).foreignKeys().dropped()).hasSize(1);
        assertThat(diffs.get(1).foreignKeys().added()).hasSize(1);
    }

    @Test
    void valuesOfAnEnumerationAreACheck() {
        TableDiff diff = alter(enumeration("status", "NEW", "OLD", "LOST"));

        assertThat(diff.alteredColumns()).isEmpty();
        assertThat(diff.checks().dropped()).extracting("name").containsExactly("book_status_check");
        assertThat(diff.checks().added()).extracting("name").containsExactly("book_status_check");
    }

    @Test
    void namesThatBecomePositionsAreConverted() {
        TableDiff diff = alter(ordinal("status", "NEW", "OLD"));

        assertThat(diff.alteredColumns().get(0).attributes()).containsExactly(ColumnAttribute.TYPE);
    }

    @Test
    void whatIsComputedFromAColumnIsMadeAgainWhenItsTypeChanges() {
        TableDiff diff = alter(bigint("pages").nullable());

        assertThat(diff.droppedColumns()).extracting(Column::name).containsExactly("sheets");
        assertThat(diff.addedColumns()).extracting(Column::name).containsExactly("sheets");
        assertThat(diff.indexes().dropped()).extracting("name").containsExactly("book_idx");
        assertThat(diff.indexes().added()).extracting("name").containsExactly("book_idx");
        assertThat(diff.checks().dropped()).extracting("name").containsExactly("book_pages");
        assertThat(diff.checks().added()).extracting("name").containsExactly("book_pages");
    }

    @Test
    void columnsThatChangePlacesAreRenamedByWayOfAThirdName() {
        Map<String, String> swap = Map.of("title", "status", "status", "title");

        assertThat(RenameOrder.inOrder(GRAMMAR, swap))
                .hasSize(3)
                .first()
                .extracting(Rename::to)
                .asString()
                .startsWith("kuaka__");
    }

    @Test
    void aNameThatDiffersInCaseOnlyIsTheSame() {
        TableDiff diff = diffs(
                        edit("Book", model -> model.table("BOOK")
                                .withAlteredField(varchar("title", 20).column("TITLE"))),
                        "Book",
                        Map.of())
                .get(0);

        assertThat(diff.renamesTable()).isFalse();
        assertThat(diff.renamedColumns()).isEmpty();
        assertThat(diff.alteredColumns()).isEmpty();
        assertThat(diff.indexes().isEmpty()).isTrue();
    }

    @Test
    void anIndexIsOnTheColumnOfItsFieldEvenIfAnotherFieldHasThatName() {
        ProjectState state = ProjectState.empty()
                .withModel(
                        "shop",
                        model("Shelf")
                                .fields(
                                        integer("depth").primaryKey().column("width"),
                                        integer("width").column("depth"))
                                .indexes(index("shelf_idx").on("depth", "-width")));

        assertThat(TableMapping.of(state, ModelKey.parse("shop.Shelf")).indexes())
                .containsExactly(index("shelf_idx").on("width", "-depth"));
    }
}

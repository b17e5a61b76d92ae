package io.kuaka.it.data;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.coalesce;
import static io.kuaka.expression.Expression.concat;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.not;
import static io.kuaka.expression.Expression.valueOf;
import static io.kuaka.expression.Expression.when;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.data.Model;
import io.kuaka.data.Models;
import io.kuaka.data.Query;
import io.kuaka.data.Row;
import io.kuaka.data.reference.WrongRowException;
import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.it.support.Engine;
import io.kuaka.state.ModelKey;
import io.kuaka.state.OnDelete;
import io.kuaka.state.ProjectState;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wherever a reference is expected, a row can stand for its key. */
class ReferenceRowsTest {
    @ParameterizedTest
    @EnumSource
    void aRowStandsForItsKey(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Row ann = models.get("Customer").create(set("username", "ann"));
            Row bob = models.get("Customer").create(set("username", "bob"), set("friend", ann));
            Model books = models.get("Book");
            books.create(set("id", 1), set("title", "One"), set("author", ann));
            books.create(set("id", 2), set("title", "Two"), set("author", bob));
            books.create(set("id", 3), set("title", "Three"), set("author", null));

            assertThat(titles(books.filter(field("author").eq(ann)))).containsExactly("One");
            assertThat(titles(books.filter(field("author").ne(ann)))).containsExactly("Two");
            assertThat(titles(books.exclude(field("author").eq(ann)))).containsExactly("Two", "Three");
            assertThat(titles(books.filter(field("author").in(ann, bob.key())))).containsExactly("One", "Two");
            assertThat(titles(books.filter(field("author").in(List.of(bob))))).containsExactly("Two");
            assertThat(titles(books.filter(field("author").in(List.of())))).isEmpty();
            assertThat(titles(books.filter(field("author.friend").eq(ann)))).containsExactly("Two");
            assertThat(titles(books.filter(coalesce(field("author"), bob).eq(field("author")))))
                    .containsExactly("One", "Two");

            books.filter(field("author").isNull()).update(set("author", bob));
            assertThat(books.filter(field("author").eq(bob)).count()).isEqualTo(2);
            books.update(set("author", when(field("id").eq(2), ann).otherwise(bob)));
            assertThat(titles(books.filter(field("author").eq(ann)))).containsExactly("Two");
            books.update(set(
                    "author",
                    coalesce(
                            valueOf("Customer", field("friend"))
                                    .where(field("id").eq(ann.key())),
                            ann)));
            assertThat(books.filter(field("author").eq(ann)).count()).isEqualTo(3);

            books.updateOrCreate(Map.of("author", bob), Map.of("id", 4, "title", "Four"));
            books.updateOrCreate(Map.of("author", bob), Map.of("author", ann));
            assertThat(books.filter(field("author").eq(ann)).count()).isEqualTo(4);
            assertThat(ofAll(books, "author", bob)).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowStandsForAKeyOfSeveralColumns(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Row book = models.get("Book").create(set("id", 1), set("title", "T"));
            Row first = page(models, book, 1);
            Row second = page(models, book, 2);
            Model notes = models.get("Note");
            notes.create(set("text", "a"), set("page", first));
            notes.create(set("text", "b"), set("page", List.of(1L, 2)));
            notes.create(set("text", "c"));

            assertThat(texts(notes.filter(field("page").eq(first)))).containsExactly("a");
            assertThat(texts(notes.filter(field("page").ne(first)))).containsExactly("b");
            assertThat(texts(notes.filter(field("page").eq(null)))).containsExactly("c");
            assertThat(texts(notes.filter(field("page").ne(null)))).containsExactly("a", "b");
            assertThat(texts(notes.exclude(field("page").eq(List.of(1L, 1))))).containsExactly("b", "c");
            assertThat(texts(notes.filter(not(field("page").eq(second))))).containsExactly("a");
            assertThat(texts(notes.filter(field("page").in(first, second)))).containsExactly("a", "b");
            assertThat(texts(notes.filter(field("page").in(List.of(second))))).containsExactly("b");
            assertThat(notes.filter(field("page").in(List.of())).exists()).isFalse();
            assertThat(texts(notes.filter(field("page.book").eq(book)))).containsExactly("a", "b");
            assertThat(texts(notes.filter(field("page").eq(field("page"))))).containsExactly("a", "b");

            notes.filter(field("text").eq("c")).update(set("page", second));
            notes.updateOrCreate(Map.of("page", first), Map.of("page", second));
            assertThat(notes.filter(field("page").eq(second)).count()).isEqualTo(3);
            assertThat(ofAll(notes, "page", first)).isEqualTo(3);
        }
    }

    /** The plain id beside a reference took part in both columns, so the row lost its tenant. */
    @ParameterizedTest
    @EnumSource
    void aReferenceWithItsPlainIdBesideItIsClearedWithoutTheTenant(Engine engine) throws Exception {
        ProjectState state = ProjectState.empty()
                .withModel("users", HistoricalShop.STATE.model(ModelKey.parse("users.Tenant")))
                .withModel(
                        "shop",
                        model("Sheet")
                                .fields(
                                        reference("tenant", "users.Tenant").primaryKey(),
                                        bigint("number").primaryKey()))
                .withModel(
                        "shop",
                        model("Line")
                                .fields(
                                        bigint("id").primaryKey(),
                                        reference("tenant", "users.Tenant").nullable(),
                                        bigint("sheetNumber")
                                                .column("sheet_number")
                                                .nullable(),
                                        reference("sheet", "shop.Sheet")
                                                .columns("tenant_id", "sheet_number")
                                                .nullable(),
                                        reference("copy", "shop.Sheet")
                                                .columns("tenant_id", "id")
                                                .withoutForeignKey()
                                                .nullable()));
        try (HistoricalShop shop = HistoricalShop.open(engine)) {
            shop.create(state, "shop.Sheet", "shop.Line");
            try (Models models = Models.on(shop.connection(), "shop", state)) {
                Row tenant = models.get("users.Tenant").create(set("slug", "main"));
                Row sheet = models.get("Sheet").create(set("tenant", tenant), set("number", 5));
                Model lines = models.get("Line");
                lines.create(set("id", 1), set("tenant", tenant), set("sheet", sheet));
                Row line = lines.create(set("id", 2), set("tenant", tenant), set("sheet", sheet));

                lines.filter(field("id").eq(1)).update(set("sheet", null));
                line.set("sheet", null).save("sheet");

                for (Row cleared : lines.all().list()) {
                    assertThat(cleared.get("tenant")).isEqualTo(tenant.key());
                    assertThat(cleared.get("sheetNumber")).isNull();
                    assertThat(cleared.get("sheet")).isNull();
                }
                assertThatThrownBy(() -> lines.update(set("copy", null)))
                        .hasMessage("\"copy\" of \"shop.Line\" can't be set to null: other attributes need each of its"
                                + " columns [tenant_id, id]. Set one of those attributes to null instead.");
            }
        }
    }

    /** A null in one of its columns makes a reference null: compared, it is unknown, whatever the other column holds. */
    @ParameterizedTest
    @EnumSource
    void aReferenceThatIsNullInOneColumnIsNull(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Row book = models.get("Book").create(set("id", 1), set("title", "T"));
            Row first = page(models, book, 1);
            Row second = page(models, book, 2);
            Model notes = models.get("Note");
            notes.create(set("text", "first"), set("page", first));
            notes.create(set("text", "second"), set("page", second));
            notes.create(set("text", "none"));
            notes.create(set("text", "same book"), set("page_book_id", 1));
            notes.create(set("text", "other book"), set("page_book_id", 2));
            notes.create(set("text", "no book"), set("page_number", 2));
            List<String> nulls = List.of("none", "same book", "other book", "no book");

            for (Row note : notes.filter(field("page").isNull()).list()) {
                assertThat(note.get("page")).isNull();
                assertThat(texts(notes.filter(field("page").eq(note.get("page")))))
                        .isEqualTo(nulls);
            }
            for (Condition unequal : List.of(
                    field("page").ne(first),
                    not(field("page").eq(first)),
                    not(field("page").in(first)),
                    not(not(field("page").ne(first))),
                    not(field("page").eq(first).or(field("text").eq("x"))),
                    Expression.value(List.of(1L, 1)).ne(field("page")))) {
                assertThat(texts(notes.filter(unequal))).as("%s", unequal).containsExactly("second");
                assertThat(texts(notes.exclude(unequal))).as("%s", unequal).hasSize(5);
            }
            assertThat(texts(notes.filter(not(field("page").ne(first))))).containsExactly("first");
            assertThat(texts(notes.filter(not(field("page").ne(field("page"))))))
                    .containsExactly("first", "second");
            assertThat(texts(notes.filter(field("page").in(first, null)))).containsExactly("first");
            assertThat(texts(notes.filter(not(field("page").in(first, null))))).isEmpty();
        }
    }

    private static final ProjectState SHEETS = ProjectState.empty()
            .withModel("users", HistoricalShop.STATE.model(ModelKey.parse("users.Tenant")))
            .withModel(
                    "shop",
                    model("Sheet")
                            .fields(
                                    reference("tenant", "users.Tenant").primaryKey(),
                                    bigint("number").primaryKey()))
            .withModel(
                    "shop",
                    model("Line")
                            .fields(
                                    bigint("id").primaryKey(),
                                    reference("tenant", "users.Tenant"),
                                    reference("sheet", "shop.Sheet")
                                            .columns("tenant_id", "sheet_number")
                                            .onDelete(OnDelete.SET_NULL)
                                            .withoutForeignKey()
                                            .nullable()));

    /** Null went into the column of the tenant, too. */
    @ParameterizedTest
    @EnumSource
    void aReferenceIsClearedWithoutTheColumnThatAnotherOneShares(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine)) {
            shop.create(SHEETS, "shop.Sheet", "shop.Line");
            try (Models models = Models.on(shop.connection(), "shop", SHEETS)) {
                Row tenant = models.get("users.Tenant").create(set("slug", "main"));
                Row sheet = models.get("Sheet").create(set("tenant", tenant), set("number", 5));
                Model lines = models.get("Line");
                for (int id = 1; id <= 4; id++) {
                    lines.create(set("id", id), set("tenant", tenant), set("sheet", sheet));
                }
                lines.create(set("id", 5), set("tenant", tenant), set("sheet", null));

                lines.get(field("id").eq(1)).set("sheet", null).save();
                lines.filter(field("id").eq(2)).update(set("sheet", null));
                lines.updateOrCreate(Map.of("id", 3), Collections.singletonMap("sheet", null));
                assertThat(lines.filter(field("sheet").isNull()).count()).isEqualTo(4);
                sheet.delete();

                assertThat(lines.all().list())
                        .hasSize(5)
                        .allSatisfy(line -> assertThat(line.get("tenant")).isEqualTo(tenant.key()))
                        .allSatisfy(line -> assertThat(line.get("sheet")).isNull());
            }
        }
    }

    private static final ProjectState STAFF = ProjectState.empty()
            .withModel(
                    "shop",
                    model("Person")
                            .fields(
                                    bigint("id").primaryKey(),
                                    varchar("email", 80).nullable().unique()))
            .withModel("shop", model("Badge").fields(bigint("id").primaryKey()))
            // A joined subclass whose one-to-one reference has @MapsId.
            .withModel(
                    "shop",
                    model("Clerk")
                            .fields(
                                    reference("id", "shop.Person").column("id").primaryKey(),
                                    reference("badge", "shop.Badge")
                                            .column("id")
                                            .withoutForeignKey()))
            .withModel(
                    "shop",
                    model("Letter")
                            .fields(
                                    bigint("id").primaryKey(),
                                    reference("person", "shop.Person")
                                            .toFields("email")
                                            .column("email")
                                            .nullable(),
                                    reference("badge", "shop.Badge").nullable()));

    @Test
    void aRowStandsForAllRowsWithItsKeyButNotForTheirOtherColumns() throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(Engine.H2)) {
            shop.create(STAFF, "shop.Person", "shop.Badge", "shop.Clerk", "shop.Letter");
            try (Models models = Models.on(shop.connection(), "shop", STAFF)) {
                Row ann = models.get("Person").create(set("id", 1), set("email", "ann@example.com"));
                Row bob = models.get("Person").create(set("id", 2));
                models.get("Badge").create(set("id", 1));
                Row clerk = models.get("Clerk").create(set("id", ann));
                Model letters = models.get("Letter");

                letters.create(set("id", 1), set("person", ann), set("badge", clerk));

                assertThat(letters.filter(field("badge").eq(clerk)).count()).isEqualTo(1);
                assertThat(letters.filter(field("person").eq(ann)).count()).isEqualTo(1);
                assertThatThrownBy(() -> letters.filter(field("person").eq(clerk)))
                        .isInstanceOf(WrongRowException.class)
                        .hasMessage(
                                "Field \"person\" of model \"shop.Letter\" refers to column \"email\" of \"shop.Person\","
                                        + " which a row of model \"shop.Clerk\" doesn't have. Pass the row of \"shop.Person\".");
                assertThatThrownBy(() -> letters.create(set("id", 2), set("person", bob)))
                        .hasMessageContaining("which is null in this row. Give it a value first");
            }
        }
    }

    @Test
    void otherRowsAreRefusedByName() throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(Engine.H2);
                Models models = shop.models()) {
            Row tenant = models.get("users.Tenant").create(set("slug", "main"));
            Row ann = models.get("Customer").create(set("username", "ann"));
            Row tag = models.get("Book.tags")
                    .create(Map.of("book", models.get("Book").create(set("id", 1), set("title", "T")), "tag", "a"));
            Model books = models.get("Book");

            for (Runnable use : List.<Runnable>of(
                    () -> books.filter(field("author").eq(tenant)),
                    () -> books.filter(field("author").in(ann, tenant)),
                    () -> books.filter(field("author").in(tag)),
                    () -> books.create(Map.of("id", 2, "title", "T", "author", tenant)),
                    () -> books.update(set("author", tenant)),
                    () -> books.update(set("author", when(field("id").eq(1), tenant))),
                    () -> books.getOrCreate(Map.of("author", tenant), Map.of()),
                    () -> books.get(field("id").eq(1)).set("author", tenant))) {
                assertThatThrownBy(use::run)
                        .isInstanceOf(WrongRowException.class)
                        .hasMessageContaining("\"author\" of model \"shop.Book\" refers to \"shop.Customer\"");
            }
            for (Runnable use : List.<Runnable>of(
                    () -> books.filter(field("author").gt(ann)),
                    () -> books.filter(concat(field("title"), ann).eq("x")),
                    () -> books.select("id").with("x", coalesce(ann, 1)))) {
                assertThatThrownBy(use::run)
                        .isInstanceOf(WrongRowException.class)
                        .hasMessageContaining("row of model \"shop.Customer\" can be a value only where");
            }
        }
    }

    private static Row page(Models models, Row book, int number) {
        return models.get("Page").create(set("book", book), set("number", number));
    }

    /** Lets all rows refer to one, and counts those that do. */
    private static long ofAll(Model model, String reference, Row target) {
        List<Row> rows = model.all().list();
        rows.forEach(row -> row.set(reference, target));
        model.bulkUpdate(rows, reference);
        return model.filter(field(reference).eq(target)).count();
    }

    private static List<String> titles(Query books) {
        return books.orderBy("id").select("title").list(String.class);
    }

    private static List<String> texts(Query notes) {
        return notes.orderBy("id").select("text").list(String.class);
    }
}

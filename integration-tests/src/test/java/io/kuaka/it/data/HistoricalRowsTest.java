package io.kuaka.it.data;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.lower;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.data.JavaCodeFailedException;
import io.kuaka.data.MissingKeyException;
import io.kuaka.data.Model;
import io.kuaka.data.Models;
import io.kuaka.data.QueryFailedException;
import io.kuaka.data.Row;
import io.kuaka.data.UnexpectedRowsException;
import io.kuaka.it.support.Engine;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import io.kuaka.progress.RowProgress;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.conversion.UnsuitableValueException;
import io.kuaka.schema.statement.JavaCall;
import io.kuaka.schema.statement.PlannedStatement;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Historical models make, change and delete single rows, and RunJava runs code on them. */
class HistoricalRowsTest {

    @ParameterizedTest
    @EnumSource
    void aNewRowHasTheIdThatTheDatabaseGave(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Row first = models.get("Customer").create(set("username", lower("ANN")));
            Row second = models.get("Customer").create(Map.of("username", "bob"));

            assertThat(first.key()).isEqualTo(1L);
            assertThat(first.getString("username")).isEqualTo("ann");
            assertThat(second.getLong("id")).isEqualTo(2);
            assertThat(second.get("email")).isNull();
            assertThat(models.get("Customer").first().orElseThrow().key()).isEqualTo(1L);
            assertThat(models.get("Customer").get(field("username").eq("bob")).key())
                    .isEqualTo(2L);
            assertThat(models.get("Customer").all().list()).hasSize(2);
            assertThat(models.get("Customer").count()).isEqualTo(2);
            assertThat(models.get("Customer").exists()).isTrue();
            assertThat(models.get("Book").exists()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseChoosesAllValuesOfARowThatNamesNone(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Row ticket = models.get("Ticket").create();

            assertThat(ticket.key()).isEqualTo(1L);
            assertThat(ticket.get("kind")).isEqualTo("plain");
        }
    }

    @ParameterizedTest
    @EnumSource
    void getOrCreateMakesARowOnlyOnce(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Model tenants = models.get("users.Tenant");
            Object made =
                    tenants.getOrCreate(Map.of("slug", "default"), Map.of()).key();

            assertThat(tenants.getOrCreate(Map.of("slug", "default"), Map.of("id", 99))
                            .key())
                    .isEqualTo(made);
            assertThat(tenants.getOrCreate(Map.of("slug", lower("DEFAULT")), Map.of())
                            .key())
                    .isEqualTo(made);
            assertThat(tenants.count()).isEqualTo(1);
        }
    }

    /** A save of other fields took the new key for the stored one, and the next save found no row. */
    @ParameterizedTest
    @EnumSource
    void aNewKeyIsWrittenByTheSaveThatNamesIt(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Model customers = models.get("Customer");
            Row row = customers.create(Map.of("username", "ann", "score", 1));

            row.set("id", 77L).set("score", 2).save("score");
            assertThat(customers.get(field("score").eq(2)).getLong("id")).isNotEqualTo(77L);
            row.set("score", 3);
            customers.bulkUpdate(List.of(row), "score");
            row.save();
            row.set("score", 4).save();

            assertThat(customers.get(field("score").eq(4)).getLong("id")).isEqualTo(77L);
            assertThat(customers.count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void saveWritesTheGivenFieldsOnly(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Model customers = models.get("Customer");
            Row row = customers.create(Map.of("username", "ann", "score", 1));
            customers.update(set("email", "new@x"));

            row.set("email", "old@x").set("score", 2).save("score");

            assertThat(customers.get(field("score").eq(2)).get("email")).isEqualTo("new@x");
            row.save();
            assertThat(customers.get(field("score").eq(2)).get("email")).isEqualTo("old@x");
            row.save();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowIsFoundByTheKeyThatItHadWhenItsKeyChanges(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Model books = models.get("Book");
            Row row = books.create(set("id", 1), set("title", "One"));

            row.set("id", 5).save();
            row.set("title", "Five").save();

            assertThat(books.get(field("id").eq(5)).get("title")).isEqualTo("Five");
            row.delete();
            assertThat(books.exists()).isFalse();
            assertThatThrownBy(() -> row.set("title", "Gone").save())
                    .isInstanceOf(UnexpectedRowsException.class)
                    .hasMessageContaining("no longer exists");
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesManyRowsInBatchesWithAPartialOneAtTheEnd(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Model customers = models.get("Customer");
            List<Map<String, Object>> values = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                values.add(i == 3 ? Map.of("username", "u" + i, "score", i) : Map.of("username", "u" + i));
            }
            assertThat(customers.bulkCreate(values, 3)).isEqualTo(7);

            List<Row> rows = customers.all().list();
            rows.forEach(row -> row.set("score", 10).set("email", "x"));
            assertThat(customers.bulkUpdate(rows, List.of("score"), 3)).isEqualTo(7);

            assertThat(customers.filter(field("score").eq(10)).count()).isEqualTo(7);
            assertThat(customers.filter(field("email").isNotNull()).exists()).isFalse();
            assertThat(customers.bulkUpdate(List.of(), List.of("score"))).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void makesNativeIdsAsTheDatabaseDoes(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Model coupons = models.get("Coupon");

            assertThat(coupons.create(set("kind", "A")).get("id")).isEqualTo(1L);
            assertThat(coupons.bulkCreate(List.of(Map.of("kind", "B"), Map.of("kind", "C"))))
                    .isEqualTo(2);
            assertThat(coupons.create(set("id", 7L)).get("id")).isEqualTo(7L);
            assertThat(coupons.create(set("nr", 9L)).get("id")).isEqualTo(9L);
            assertThat(coupons.orderBy("id").iterator(10))
                    .extracting(row -> row.get("id"))
                    .containsExactly(1L, 2L, 3L, 7L, 9L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesIdsFromTheSequenceThatHibernateUses(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Set<Long> ids = new HashSet<>();
            for (int i = 0; i < 3; i++) {
                long id = models.nextValue("book_seq");
                models.get("Book").create(set("id", id), set("title", "T"));
                ids.add(id);
            }

            assertThat(ids).containsExactlyInAnyOrder(1L, 51L, 101L);
            assertThatThrownBy(() -> models.get("Book").create(set("title", "T")))
                    .isInstanceOf(MissingKeyException.class)
                    .hasMessageContaining("models.nextValue");
            assertThatThrownBy(() -> models.nextValue("bok_seq")).hasMessageContaining("\"shop.book_seq\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsWithoutAKeyCannotBeSavedOneByOne(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Row book = models.get("Book").create(set("id", 1), set("title", "T"));
            Row tag = models.get("Book.tags").create(Map.of("book", book, "tag", "a"));

            assertThat(tag.get("tag")).isEqualTo("a");
            assertThatThrownBy(() -> tag.set("tag", "b").save())
                    .isInstanceOf(MissingKeyException.class)
                    .hasMessageContaining("has no primary key");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesValuesThatDoNotFit(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Model customers = models.get("Customer");

            assertThatThrownBy(() -> customers.create(Map.of("username", "a", "createdAt", "yesterday")))
                    .isInstanceOf(UnsuitableValueException.class)
                    .hasMessageContaining("\"yesterday\"");
            assertThatThrownBy(() -> customers.create(Map.of("username", "a", "size", "HUGE")))
                    .isInstanceOf(UnsuitableValueException.class)
                    .hasMessageContaining("SMALL, LARGE");
            assertThatThrownBy(() -> customers.create(Map.of("email", "no name")))
                    .isInstanceOf(QueryFailedException.class)
                    .hasMessageContaining("Statement: insert into Customer (email) values (?)");
        }
    }

    @ParameterizedTest
    @EnumSource
    void runJavaRunsForwardAndBack(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            models.get("Customer").create(set("username", "ann"));
            RunJava assignTenant = new RunJava(HistoricalRowsTest::assignTenant, HistoricalRowsTest::clearTenant);

            run(shop, assignTenant);
            assertThat(models.get("Customer")
                            .filter(field("tenant.slug").eq(engine.name()))
                            .count())
                    .isEqualTo(1);
            run(shop, assignTenant.inverse("shop", HistoricalShop.STATE));
            assertThat(models.get("Customer").filter(field("tenant").isNull()).count())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void codeThatFailsSaysWhere(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine)) {
            RunJava failing = new RunJava(models -> {
                throw new IOException("disk full");
            });

            assertThatThrownBy(() -> run(shop, failing))
                    .isInstanceOf(JavaCodeFailedException.class)
                    .hasMessageContaining("disk full")
                    .hasMessageContaining("HistoricalRowsTest");
        }
    }

    private static void assignTenant(Models models) {
        String slug = models.dialect().toUpperCase(Locale.ROOT);
        Row tenant = models.get("users.Tenant").getOrCreate(Map.of("slug", slug), Map.of());
        models.get("Customer").filter(field("tenant").isNull()).update(Map.of("tenant", tenant));
    }

    private static void clearTenant(Models models) {
        models.get("Customer").update(set("tenant", null));
    }

    private static void run(HistoricalShop shop, Operation operation) throws SQLException {
        SchemaEditor editor = shop.dialect().editor();
        OperationContext context =
                new OperationContext(shop.dialect(), "shop", HistoricalShop.STATE, HistoricalShop.STATE);
        editor.begin(0, context);
        operation.execute(editor, context);
        for (PlannedStatement planned : editor.finish()) {
            ((JavaCall) planned.statement()).code().run(shop.connection(), RowProgress.unobserved());
        }
    }
}

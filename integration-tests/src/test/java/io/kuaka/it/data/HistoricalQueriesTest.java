package io.kuaka.it.data;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.concat;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.lower;
import static io.kuaka.expression.Expression.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.data.Model;
import io.kuaka.data.Models;
import io.kuaka.data.QueryFailedException;
import io.kuaka.data.Row;
import io.kuaka.data.UnexpectedRowsException;
import io.kuaka.it.support.Engine;
import io.kuaka.state.NoSuchMemberException;
import io.kuaka.state.NoSuchModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Historical models find, change and delete rows by conditions. */
class HistoricalQueriesTest {

    @ParameterizedTest
    @EnumSource
    void fillsMissingValuesByOneStatement(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Model customers = models.get("Customer");
            customers.create(set("username", "ann"));
            customers.create(set("username", "bob"), set("email", "bob@work"));

            int changed = customers
                    .filter(field("email").isNull())
                    .update(set("email", concat(field("username"), "@example.com")));

            assertThat(changed).isEqualTo(1);
            assertThat(emails(models)).containsExactly("ann@example.com", "bob@work");
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsRowsByAllKindsOfConditions(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Model customers = models.get("Customer");
            customers.create(set("username", "ann"), set("email", "50%@x"), set("score", 5), set("status", "NEW"));
            customers.create(set("username", "bob"), set("email", "500@x"), set("size", "LARGE"));

            assertThat(names(customers.filter(field("email").startsWith("50%"))))
                    .containsExactly("ann");
            assertThat(names(customers.filter(field("username").in("bob", "eve"))))
                    .containsExactly("bob");
            assertThat(names(customers.filter(field("username").in()))).isEmpty();
            assertThat(names(customers.filter(field("status").eq("NEW")))).containsExactly("ann");
            assertThat(names(customers.filter(field("size").eq("LARGE")))).containsExactly("bob");
            assertThat(names(customers.filter(field("score").eq(null)))).containsExactly("bob");
            assertThat(names(customers.filter(field("score").plus(1).gt(5)))).containsExactly("ann");
            assertThat(names(customers.filter(sql("score * 2 = 10")))).containsExactly("ann");
            assertThat(names(customers.filter(
                            lower(field("username")).eq("ann").or(field("score").gt(100L)))))
                    .containsExactly("ann");
        }
    }

    @ParameterizedTest
    @EnumSource
    void valuesNeverBecomeSql(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Model customers = models.get("Customer");
            String nasty = "'; delete from \"Customer\"; -- kuaka_value_0 ?";
            customers.create(set("username", nasty.substring(0, 30)));

            assertThat(customers
                            .filter(field("username").eq(nasty.substring(0, 30)))
                            .count())
                    .isEqualTo(1);
            assertThat(customers.filter(field("username").eq(nasty)).exists()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void excludeKeepsRowsOfWhichNothingIsKnown(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Model customers = models.get("Customer");
            customers.create(set("username", "ann"), set("score", 1));
            customers.create(set("username", "bob"), set("score", 2));
            customers.create(set("username", "cid"));

            assertThat(names(customers.exclude(field("score").eq(1)))).containsExactly("bob", "cid");
        }
    }

    @ParameterizedTest
    @EnumSource
    void followsReferencesInFiltersUpdatesAndDeletions(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Row acme = models.get("users.Tenant").create(set("slug", "acme"));
            Row ann = models.get("Customer").create(Map.of("username", "ann", "tenant", acme));
            Row bob = models.get("Customer").create(Map.of("username", "bob", "friend", ann));
            Model books = models.get("Book");
            books.create(Map.of("id", 1, "title", "One", "author", ann));
            books.create(Map.of("id", 2, "title", "Two", "author", bob));
            books.create(Map.of("id", 3, "title", "Three"));

            assertThat(books.filter(field("author.tenant.slug").eq("acme"))
                            .get()
                            .getLong("id"))
                    .isEqualTo(1);
            assertThat(books.filter(field("author.tenant").eq(acme.key())).count())
                    .isEqualTo(1);
            assertThat(books.filter(field("author.friend.username").endsWith("nn"))
                            .get()
                            .getLong("id"))
                    .isEqualTo(2);
            assertThat(books.filter(field("author.username").isNull()).get().getLong("id"))
                    .isEqualTo(3);
            assertThat(books.orderBy("-author.username")
                            .filter(field("author").isNotNull())
                            .first())
                    .hasValueSatisfying(
                            row -> assertThat(row.getString("title")).isEqualTo("Two"));
            assertThat(books.filter(field("author.username").eq("bob"))
                            .update(set("title", concat(field("author.username"), "'s"))))
                    .isEqualTo(1);
            assertThat(books.get(field("id").eq(2)).get("title")).isEqualTo("bob's");
            assertThat(models.get("Customer")
                            .filter(field("friend.username").eq("ann"))
                            .update(set("tenant", field("friend.tenant"))))
                    .isEqualTo(1);
            bob.refresh();
            assertThat(bob.get("tenant")).isEqualTo(acme.key());
            assertThat(books.filter(field("author.tenant.slug").eq("acme")).delete())
                    .isEqualTo(2);
            assertThat(books.count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmbeddedFieldIsNoReference(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Row row = models.get("Customer").create(set("username", "ann"), set("address.street", "Elm"));

            assertThat(row.get("address.street")).isEqualTo("Elm");
            assertThat(models.get("Customer")
                            .filter(field("address.street").eq("Elm"))
                            .exists())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLoopMayChangeTheRowsThatItIsFilteredBy(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            Model customers = models.get("Customer");
            List<Map<String, Object>> rows = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                rows.add(Map.of("username", "c" + i));
            }
            assertThat(customers.bulkCreate(rows, 10)).isEqualTo(25);

            int seen = 0;
            for (Row row : customers.filter(field("score").isNull()).iterator(10)) {
                row.set("score", seen++).save("score");
            }

            assertThat(seen).isEqualTo(25);
            assertThat(customers.filter(field("score").isNull()).exists()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void loopsInAnOrderAndOverRowsWithoutAKey(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            shop.connection().setAutoCommit(false);
            Row book = models.get("Book").create(set("id", 7), set("title", "T"));
            for (String tag : List.of("b", "a", "c")) {
                models.get("Book.tags").create(Map.of("book", book, "tag", tag));
            }

            assertThat(StreamSupport.stream(
                                    models.get("shop.Book.tags")
                                            .orderBy("-tag")
                                            .iterator(2)
                                            .spliterator(),
                                    false)
                            .map(row -> row.getString("tag")))
                    .containsExactly("c", "b", "a");
            assertThat(models.get("Book.tags").iterator(2)).hasSize(3);
            for (Row row : models.get("Book.tags").orderBy("tag")) {
                assertThat(row.get("book")).isEqualTo(7L);
                break;
            }
            models.close();
            shop.connection().commit();
        }
    }

    @ParameterizedTest
    @EnumSource
    void loopsOverCompositeKeysInChunks(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            for (int book = 1; book <= 3; book++) {
                models.get("Book").create(set("id", book), set("title", "T"));
                for (int page = 1; page <= 3; page++) {
                    models.get("Page").create(set("book", book), set("number", page));
                }
            }

            List<Object> keys = new ArrayList<>();
            models.get("Page").iterator(2).forEach(row -> keys.add(row.key()));

            assertThat(keys)
                    .hasSize(9)
                    .doesNotHaveDuplicates()
                    .startsWith(List.of(1L, 1), List.of(1L, 2))
                    .endsWith(List.of(3L, 3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void referencesOverSeveralColumnsAreLists(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            models.get("Book").create(set("id", 1), set("title", "T"));
            Row page = models.get("Page").create(set("book", 1), set("number", 4), set("text", "hello"));
            Model notes = models.get("Note");
            notes.create(Map.of("text", "x", "page", page));
            notes.create(set("text", "free"));

            assertThat(notes.filter(field("page.number").eq(4)).get().get("page"))
                    .isEqualTo(List.of(1L, 4));
            assertThat(notes.filter(field("page.text").eq("hello")).get().getString("text"))
                    .isEqualTo("x");
            assertThat(notes.filter(field("page.book.title").eq("T")).count()).isEqualTo(1);
            assertThat(notes.filter(field("page").isNull()).get().getString("text"))
                    .isEqualTo("free");
            assertThat(notes.all().update(Map.of("page", List.of(1L, 4)))).isEqualTo(2);
            assertThat(notes.update(set("page", null))).isEqualTo(2);
            assertThat(notes.all().update(Map.of("page", page, "text", concat(field("text"), "!"))))
                    .isEqualTo(2);
            assertThat(notes.filter(field("page.number").eq(4).and(field("text").endsWith("!")))
                            .count())
                    .isEqualTo(2);
            assertThatThrownBy(() -> notes.filter(field("page").eq(1)))
                    .hasMessageContaining("\"page\" of model \"shop.Note\" has the columns");
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatIsUnknownAndWhatThereIs(Engine engine) throws Exception {
        try (HistoricalShop shop = HistoricalShop.open(engine);
                Models models = shop.models()) {
            assertThatThrownBy(() -> models.get("Tenant"))
                    .isInstanceOf(NoSuchModelException.class)
                    .hasMessageContaining("\"users.Tenant\"");
            assertThatThrownBy(() -> models.get("Book").filter(field("autor").isNull()))
                    .isInstanceOf(NoSuchMemberException.class)
                    .hasMessageContaining("\"author\"");
            assertThatThrownBy(
                            () -> models.get("Book").filter(field("author.mail").isNull()))
                    .isInstanceOf(NoSuchMemberException.class)
                    .hasMessageContaining("\"email\"");
            assertThatThrownBy(() -> models.get("Book").get(field("id").eq(9)))
                    .isInstanceOf(UnexpectedRowsException.class)
                    .hasMessageContaining("No row of model \"shop.Book\"");
            assertThatThrownBy(
                            () -> models.get("Book").filter(sql("nonsense(1)")).count())
                    .isInstanceOf(QueryFailedException.class)
                    .hasMessageContaining("nonsense")
                    .hasMessageContaining("Statement: select count(*)");
        }
    }

    private static List<String> names(Iterable<Row> rows) {
        List<String> names = new ArrayList<>();
        rows.forEach(row -> names.add(row.getString("username")));
        return names;
    }

    private static List<String> emails(Models models) {
        return models.get("Customer").orderBy("id").list().stream()
                .map(row -> row.getString("email"))
                .toList();
    }
}

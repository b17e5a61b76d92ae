package io.kuaka.hibernate;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.date;
import static io.kuaka.state.Fields.decimal;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.instant;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.expression.Expression;
import io.kuaka.hibernate.shop.catalog.Author;
import io.kuaka.hibernate.shop.catalog.Book;
import io.kuaka.hibernate.shop.users.Tenant;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.Names;
import io.kuaka.state.OnDelete;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reads a small application with two apps, as a user would have it. */
class BookshopTest {
    private static final ProjectState STATE = Reading.read(Tenant.class, Author.class, Book.class);

    @Test
    void putsEachEntityIntoTheAppOfItsPackage() {
        assertThat(STATE.models().keySet().stream().map(ModelKey::toString))
                .containsExactly(
                        "catalog.Author",
                        "catalog.Author.tags",
                        "catalog.Book",
                        "catalog.Book.contributors",
                        "users.Tenant");
    }

    @Test
    void readsAnEntity() {
        assertThat(read("catalog.Book"))
                .isEqualTo(model("Book")
                        .fields(
                                bigint("id").primaryKey(),
                                reference("tenant", "users.Tenant"),
                                instant("createdAt"),
                                varchar("title", 255).nullable(),
                                enumeration("binding", "PAPERBACK", "HARDCOVER").nullable(),
                                decimal("price", 38, 2).nullable().defaultTo(new BigDecimal("0")),
                                date("startDate").nullable(),
                                date("endDate").nullable(),
                                reference("author", "catalog.Author").onDelete(OnDelete.CASCADE),
                                reference("sequel", "catalog.Book").nullable())
                        .indexes(
                                index("book_tenant_title").on("tenant", "-title"),
                                index(Names.index("Book", List.of("author_id"))).on("author"))
                        .constraints(check("book_dates", Expression.sql("startDate <= endDate"))));
    }

    @Test
    void keepsTheOrderOfDeclarationWithInheritedAttributesFirst() {
        assertThat(read("catalog.Book").fields().keySet())
                .containsExactly(
                        "id",
                        "tenant",
                        "createdAt",
                        "title",
                        "binding",
                        "price",
                        "startDate",
                        "endDate",
                        "author",
                        "sequel");
    }

    @Test
    void readsAnEmbeddedAttributeAndAOneToOne() {
        assertThat(read("catalog.Author"))
                .isEqualTo(model("Author")
                        .fields(
                                bigint("id").primaryKey(),
                                reference("tenant", "users.Tenant"),
                                instant("createdAt"),
                                varchar("name", 80).unique(),
                                varchar("address.street", 255),
                                varchar("address.city", 255).nullable(),
                                reference("favourite", "catalog.Book").unique().nullable()));
    }

    @Test
    void readsAJoinTable() {
        assertThat(read("catalog.Book.contributors"))
                .isEqualTo(model("Book.contributors")
                        .table("Book_Author")
                        .fields(
                                reference("owner", "catalog.Book")
                                        .column("Book_id")
                                        .primaryKey(),
                                reference("element", "catalog.Author")
                                        .column("contributors_id")
                                        .primaryKey()));
    }

    @Test
    void readsACollectionTable() {
        assertThat(read("catalog.Author.tags"))
                .isEqualTo(model("Author.tags")
                        .table("Author_tags")
                        .fields(
                                reference("owner", "catalog.Author").column("Author_id"),
                                varchar("element", 255).column("tags").nullable())
                        .constraints(unique("author_tags_author_id_tags_key").on("owner", "element")));
    }

    @Test
    void readsTheSequencesOfTheirFirstEntity() {
        assertThat(STATE.sequences())
                .containsOnly(
                        Map.entry(
                                ModelKey.parse("catalog.Author_SEQ"),
                                Sequence.sequence("Author_SEQ").incrementedBy(50)),
                        Map.entry(
                                ModelKey.parse("catalog.Book_SEQ"),
                                Sequence.sequence("Book_SEQ").incrementedBy(50)));
    }

    private static ModelState read(String key) {
        return STATE.model(ModelKey.parse(key));
    }
}

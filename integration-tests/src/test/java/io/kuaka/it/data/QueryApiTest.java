package io.kuaka.it.data;

import static io.kuaka.expression.Aggregate.avg;
import static io.kuaka.expression.Aggregate.count;
import static io.kuaka.expression.Aggregate.countDistinct;
import static io.kuaka.expression.Aggregate.max;
import static io.kuaka.expression.Aggregate.min;
import static io.kuaka.expression.Aggregate.sum;
import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.countOf;
import static io.kuaka.expression.Expression.exists;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.length;
import static io.kuaka.expression.Expression.now;
import static io.kuaka.expression.Expression.outer;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.expression.Expression.upper;
import static io.kuaka.expression.Expression.valueOf;
import static io.kuaka.expression.Expression.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kuaka.data.Model;
import io.kuaka.data.Models;
import io.kuaka.data.Query;
import io.kuaka.data.Row;
import io.kuaka.data.Selection;
import io.kuaka.expression.Related;
import io.kuaka.it.data.Library.Book;
import io.kuaka.it.support.Engine;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What queries of historical models can do beside filters. */
class QueryApiTest {
    private static final long SEED = 3;

    @ParameterizedTest
    @EnumSource
    void takesSomeRowsAndTheLastOne(Engine engine) throws Exception {
        try (Library library = Library.open(engine, SEED);
                Models models = library.models()) {
            Query books = models.get("Book").orderBy("id");

            assertThat(ids(books.limit(3).list())).containsExactly(1L, 2L, 3L);
            assertThat(ids(books.offset(57).list())).containsExactly(58L, 59L, 60L);
            assertThat(ids(books.limit(2).offset(4).iterator(10))).containsExactly(5L, 6L);
            assertThat(books.limit(7).count()).isEqualTo(7);
            assertThat(books.limit(7).offset(58).count()).isEqualTo(2);
            assertThat(books.offset(60).exists()).isFalse();
            assertThat(books.offset(3).first())
                    .hasValueSatisfying(row -> assertThat(row.key()).isEqualTo(4L));
            assertThat(models.get("Book").last())
                    .hasValueSatisfying(row -> assertThat(row.key()).isEqualTo(60L));
            assertThat(models.get("Book").orderBy("-id").last())
                    .hasValueSatisfying(row -> assertThat(row.key()).isEqualTo(1L));
            assertThatThrownBy(() -> books.limit(3).update(set("pages", 1)))
                    .hasMessageStartingWith("A query with a limit or an offset can't be updated.");
            assertThatThrownBy(() -> books.limit(3).filter(field("pages").eq(1)))
                    .hasMessageContaining("can't be narrowed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void selectsTypedValuesOnce(Engine engine) throws Exception {
        try (Library library = Library.open(engine, SEED);
                Models models = library.models()) {
            Model books = models.get("Book");
            Book first = library.books().get(0);

            Map<String, Object> values = books.filter(field("id").eq(1))
                    .select("id", "price", "visible", "published", "sold", "author.name")
                    .with("length", length(upper(field("title"))))
                    .with("more", field("pages").plus(1))
                    .list()
                    .get(0);

            assertThat(values)
                    .containsEntry("id", 1L)
                    .containsEntry("price", first.price())
                    .containsEntry("visible", first.visible())
                    .containsEntry("published", first.published())
                    .containsEntry("sold", first.sold())
                    .containsEntry("author.name", first.authorName())
                    .containsEntry(
                            "length",
                            first.title() == null ? null : first.title().length())
                    .containsEntry("more", first.pages() == null ? null : first.pages() + 1);
            assertThat(books.filter(field("pages").isNotNull())
                            .select("pages")
                            .distinct()
                            .orderBy("-pages")
                            .list(Integer.class))
                    .isEqualTo(library.books().stream()
                            .map(Book::pages)
                            .filter(Objects::nonNull)
                            .distinct()
                            .sorted((left, right) -> right - left)
                            .toList());
            assertThatThrownBy(() -> books.select("id").orderBy("title"))
                    .hasMessage("\"title\" isn't among the selected values [id].");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aggregatesGroups(Engine engine) throws Exception {
        try (Library library = Library.open(engine, SEED);
                Models models = library.models()) {
            Model books = models.get("Book");
            Map<String, List<Integer>> pages = library.books().stream()
                    .filter(book -> book.author() != null && book.pages() != null)
                    .collect(Collectors.groupingBy(
                            Book::authorName, TreeMap::new, Collectors.mapping(Book::pages, Collectors.toList())));

            List<Map<String, Object>> groups = books.filter(
                            field("author").isNotNull().and(field("pages").isNotNull()))
                    .groupBy("author.name")
                    .with("n", count())
                    .with("kinds", countDistinct("pages"))
                    .with("sum", sum("pages"))
                    .with("most", max(field("pages").plus(1)))
                    .with("least", min("pages"))
                    .with("mean", avg("pages"))
                    .orderBy("author.name")
                    .list();

            assertThat(groups).extracting(group -> group.get("author.name")).isEqualTo(List.copyOf(pages.keySet()));
            groups.forEach(group -> {
                List<Integer> own = pages.get((String) group.get("author.name"));
                assertThat(group)
                        .containsEntry("n", (long) own.size())
                        .containsEntry("kinds", own.stream().distinct().count())
                        .containsEntry(
                                "sum", own.stream().mapToLong(each -> each).sum())
                        .containsEntry(
                                "most",
                                own.stream().mapToInt(each -> each + 1).max().getAsInt())
                        .containsEntry(
                                "least",
                                own.stream().mapToInt(each -> each).min().getAsInt());
                assertThat((Double) group.get("mean"))
                        .isCloseTo(own.stream().mapToInt(each -> each).average().getAsDouble(), within(0.001));
            });
            assertThat(books.filter(field("id").lt(0))
                            .groupBy()
                            .with("n", count())
                            .with("sum", sum("price"))
                            .list())
                    .singleElement()
                    .satisfies(none -> assertThat(none).containsEntry("n", 0L).containsEntry("sum", null));
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesTheValueOfOneRow(Engine engine) throws Exception {
        try (Library library = Library.open(engine, SEED);
                Models models = library.models()) {
            Model books = models.get("Book");
            Related id = valueOf("Book", field("id"))
                    .where(field("id").eq(library.books().get(0).id()));

            books.update(set("pages", id));

            assertThat(books.filter(field("pages").eq(id)).count())
                    .isEqualTo(library.books().size());
            books.update(set(
                    "pages", valueOf("Author", field("id")).where(field("id").lt(0))));
            assertThat(books.filter(field("pages").isNull()).count())
                    .isEqualTo(library.books().size());
        }
    }

    /** A text that names a row becomes a reference to it, and a row gets a value of the latest one that refers to it. */
    @ParameterizedTest
    @EnumSource
    void writesValuesOfRowsThatAreFoundByTheRowAtHand(Engine engine) throws Exception {
        try (Library library = Library.open(engine, SEED);
                Models models = library.models()) {
            Model books = models.get("Book");
            books.filter(field("id").le(3))
                    .update(set("title", when(field("id").eq(2), "Bob").otherwise("Cy")));
            books.filter(field("id").eq(3)).update(set("title", "Nobody"));

            books.filter(field("id").le(3))
                    .update(set(
                            "author",
                            valueOf("Author", field("id")).where(field("name").eq(outer("title")))));
            books.update(set(
                    "pages",
                    valueOf("Review", field("stars"))
                            .where(field("book").eq(outer("id")))
                            .orderedBy("-id")));

            assertThat(books.filter(field("id").le(3)).orderBy("id").list())
                    .extracting(row -> row.get("author"))
                    .containsExactly(2L, 1L, null);
            for (Book book : library.books()) {
                assertThat(books.get(field("id").eq(book.id())).getInteger("pages"))
                        .isEqualTo(
                                book.stars().isEmpty()
                                        ? null
                                        : book.stars().get(book.stars().size() - 1));
            }
            assertThat(books.filter(exists("Review.book", field("stars").gt(outer("pages"))))
                            .count())
                    .isEqualTo(library.books().stream()
                            .filter(book -> book.stars().stream().anyMatch(each -> each > last(book)))
                            .count());
            // The same model, and one that the row at hand only leads to.
            assertThat(books.filter(valueOf("Book", field("id"))
                                    .where(field("author.name").eq(outer("author.name")))
                                    .orderedBy("-author.name", "id")
                                    .eq(field("id")))
                            .count())
                    .isEqualTo(Library.NAMES.size());
            assertThatThrownBy(() -> books.filter(field("title").eq(outer("title"))))
                    .hasMessageContaining("Write field(\"title\") here.");
            assertThatThrownBy(() -> countOf("Review.book").orderedBy("id"))
                    .hasMessage("Only valueOf(...) takes the first row of an order, not countOf(...).");
        }
    }

    private static int last(Book book) {
        return book.stars().get(book.stars().size() - 1);
    }

    @ParameterizedTest
    @EnumSource
    void selectsGroupsAndValuesByWhatTheyAre(Engine engine) throws Exception {
        try (Library library = Library.open(engine, SEED);
                Models models = library.models()) {
            Model books = models.get("Book");
            Map<String, Long> titles = library.books().stream()
                    .filter(book -> book.title() != null)
                    .collect(Collectors.groupingBy(Book::title, TreeMap::new, Collectors.counting()));
            List<String> frequent = titles.entrySet().stream()
                    .filter(title -> title.getValue() > 5)
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(frequent).isNotEmpty().hasSizeLessThan(titles.size());

            Selection groups = books.filter(field("title").isNotNull())
                    .groupBy("title")
                    .with("n", count())
                    .with("sold", count("sold"))
                    .with("price", sum("price"))
                    .filter(field("n").gt(5).and(field("price").gt(new BigDecimal("0.01"))));

            assertThat(groups.list(String.class)).containsExactlyInAnyOrderElementsOf(frequent);
            assertThat(groups.list()).allSatisfy(group -> assertThat(group)
                    .containsEntry(
                            "sold",
                            library.books().stream()
                                    .filter(book -> group.get("title").equals(book.title()))
                                    .filter(book -> book.sold() != null)
                                    .count()));
            assertThat(books.filter(field("title").in(groups)).count())
                    .isEqualTo(frequent.stream().mapToLong(titles::get).sum());
            assertThat(books.filter(field("title").in(groups.orderBy("-n"))).count())
                    .isEqualTo(frequent.stream().mapToLong(titles::get).sum());
            assertThat(books.filter(field("title")
                                    .in(books.groupBy("title", "author")
                                            .with("n", count())
                                            .filter(field("n").gt(0))))
                            .count())
                    .isEqualTo(books.filter(field("title").isNotNull()).count());
            assertThat(books.filter(field("title")
                                    .in(books.filter(field("id").le(3))
                                            .select("title", "id")
                                            .distinct()))
                            .count())
                    .isEqualTo(books.filter(field("title")
                                    .in(books.filter(field("id").le(3)).select("title")))
                            .count());
            assertThatThrownBy(() -> books.groupBy("title").with("n", count()).filter(sql("count(*) > 5")))
                    .hasMessage("Raw SQL doesn't say whether it is about groups or about their rows. Filter the rows"
                            + " before groupBy(...), or give an aggregate a name, as in"
                            + " with(\"n\", count()).filter(field(\"n\").gt(1)).");
            assertThat(groups.filter(field("title").eq(frequent.get(0))).list(String.class))
                    .containsExactly(frequent.get(0));
            assertThat(books.groupBy("author.name")
                            .with("n", count())
                            .filter(field("author.name")
                                    .in("Ann", "Cy")
                                    .and(field("n").gt(0)))
                            .orderBy("-author.name")
                            .list(String.class))
                    .containsExactly("Cy", "Ann");
            assertThat(books.select("id")
                            .with("more", field("pages").plus(1))
                            .filter(field("more").times(2).eq(4).and(field("id").gt(3)))
                            .list(Long.class))
                    .containsExactlyInAnyOrderElementsOf(library.books().stream()
                            .filter(book -> Objects.equals(book.pages(), 1) && book.id() > 3)
                            .map(Book::id)
                            .toList());
            assertThat(books.groupBy()
                            .with("n", count())
                            .filter(field("n").gt(60))
                            .list())
                    .isEmpty();
            assertThatThrownBy(() -> books.select("id").filter(field("title").eq("x")))
                    .hasMessage("\"title\" isn't among the selected values [id].");
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesWhatIsComputedFromOtherRows(Engine engine) throws Exception {
        try (Library library = Library.open(engine, SEED);
                Models models = library.models()) {
            Model books = models.get("Book");

            books.update(
                    set("pages", countOf("Review.book").where(field("stars").ge(3))), set("sold", now()));
            int deleted = models.get("Author")
                    .filter(exists("Book.author"))
                    .exclude(exists("Book.author"))
                    .delete();

            assertThat(deleted).isZero();
            for (Book book : library.books()) {
                Row row = books.get(field("id").eq(book.id()));
                assertThat(row.getInteger("pages")).isEqualTo((int)
                        book.stars().stream().filter(each -> each >= 3).count());
                assertThat(row.get("sold", LocalDateTime.class))
                        .isCloseTo(LocalDateTime.now(), within(13, ChronoUnit.HOURS));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void updatesOrCreatesAndWritesNamedFields(Engine engine) throws Exception {
        try (Library library = Library.open(engine, SEED);
                Models models = library.models()) {
            Model tags = models.get("Tag");

            Row changed = tags.updateOrCreate(Map.of("id", 1), Map.of("word", "used"));
            Row made = tags.updateOrCreate(Map.of("id", 9), Map.of("word", "fresh"));

            assertThat(changed.getString("word")).isEqualTo("used");
            assertThat(made.key()).isEqualTo(9L);
            assertThat(tags.count()).isEqualTo(4);

            List<Row> rows = tags.orderBy("id").list();
            rows.forEach(row -> row.set("word", row.getString("word") + "!"));
            assertThat(tags.bulkUpdate(rows, "word")).isEqualTo(4);
            assertThat(tags.select("word").orderBy("word").list(String.class))
                    .containsExactly("fresh!", "new!", "old!", "used!");
        }
    }

    private static List<Object> ids(Iterable<Row> rows) {
        List<Object> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(row.key()));
        return ids;
    }
}

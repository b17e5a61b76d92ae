package io.kuaka.it.data;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.data.Model;
import io.kuaka.data.Models;
import io.kuaka.it.data.Library.Book;
import io.kuaka.it.data.RandomFilters.Filter;
import io.kuaka.it.support.Engine;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every database selects the rows that plain Java selects. */
class RandomFiltersTest {
    private static final long SEED = Long.getLong("kuaka.seed", 1);
    private static final int FILTERS = Boolean.getBoolean("exhaustive") ? 2000 : 150;

    @ParameterizedTest
    @EnumSource
    void filterAndExcludeDivideTheRowsAsJavaDoes(Engine engine) throws Exception {
        try (Library library = Library.open(engine, SEED);
                Models models = library.models()) {
            RandomFilters filters = new RandomFilters(new Random(SEED), models);
            Model books = models.get("Book");
            for (int i = 0; i < FILTERS; i++) {
                Filter filter = filters.next(2);
                List<Long> expected = ids(library, filter, true);

                assertThat(books.filter(filter.condition())
                                .select("id")
                                .orderBy("id")
                                .list(Long.class))
                        .as("%s, filter %d of seed %d: %s", engine, i, SEED, filter.condition())
                        .isEqualTo(expected);
                assertThat(books.exclude(filter.condition())
                                .select("id")
                                .orderBy("id")
                                .list(Long.class))
                        .as("%s, exclude %d of seed %d: %s", engine, i, SEED, filter.condition())
                        .isEqualTo(ids(library, filter, false));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void updatesByACaseChangeTheRowsThatJavaSelects(Engine engine) throws Exception {
        try (Library library = Library.open(engine, SEED);
                Models models = library.models()) {
            RandomFilters filters = new RandomFilters(new Random(SEED + 1), models);
            Model books = models.get("Book");
            for (int i = 0; i < FILTERS / 10; i++) {
                Filter filter = filters.next(1);

                books.update(set("price", when(filter.condition(), 1).otherwise(2)));

                assertThat(books.filter(field("price").eq(1))
                                .select("id")
                                .orderBy("id")
                                .list(Long.class))
                        .as("%s, case %d of seed %d: %s", engine, i, SEED, filter.condition())
                        .isEqualTo(ids(library, filter, true));
                restore(library, books);
            }
        }
    }

    private static void restore(Library library, Model books) {
        for (Book book : library.books()) {
            books.filter(field("id").eq(book.id())).update(set("price", book.price()));
        }
    }

    private static List<Long> ids(Library library, Filter filter, boolean isSelected) {
        return library.books().stream()
                .filter(book -> Boolean.TRUE.equals(filter.meaning().apply(book)) == isSelected)
                .map(Book::id)
                .toList();
    }
}

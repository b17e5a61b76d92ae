package io.kuaka.it.data;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.date;
import static io.kuaka.state.Fields.decimal;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.timestamp;
import static io.kuaka.state.Fields.varchar;

import io.kuaka.data.Models;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.MigrationDatabase;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Books with authors, tags and reviews, in a database and as plain Java values. */
final class Library implements AutoCloseable {
    static final List<String> TITLES =
            List.of("Red fox", "blue 50%", "a_b", "AxB", "back\\slash", "[set]*?", "  lead", "tail's", "émile", "x");
    static final List<String> NAMES = List.of("Ann", "Bob", "Cy");
    static final List<String> WORDS = List.of("new", "sale", "old");
    private static final int BOOKS = 60;

    static final ProjectState STATE = ProjectState.empty()
            .withModel("shop", model("Author").fields(bigint("id").primaryKey(), varchar("name", 40)))
            .withModel("shop", model("Tag").fields(bigint("id").primaryKey(), varchar("word", 40)))
            .withModel(
                    "shop",
                    model("Book")
                            .fields(
                                    bigint("id").primaryKey(),
                                    varchar("title", 80).nullable(),
                                    integer("pages").nullable(),
                                    decimal("price", 10, 2).nullable(),
                                    bool("visible").nullable(),
                                    date("published").nullable(),
                                    timestamp("sold").nullable(),
                                    reference("author", "shop.Author").nullable()))
            .withModel(
                    "shop",
                    model("Review").fields(bigint("id").primaryKey(), reference("book", "shop.Book"), integer("stars")))
            .withModel(
                    "shop",
                    model("Book.tags")
                            .table("book_tags")
                            .fields(
                                    reference("book", "shop.Book").primaryKey(),
                                    reference("tag", "shop.Tag").primaryKey()));

    /** A book with all that belongs to it. */
    record Book(
            long id,
            @Nullable String title,
            @Nullable Integer pages,
            @Nullable BigDecimal price,
            @Nullable Boolean visible,
            @Nullable LocalDate published,
            @Nullable LocalDateTime sold,
            @Nullable Integer author,
            List<Integer> stars,
            List<Integer> tags) {
        @Nullable
        String authorName() {
            return author == null ? null : NAMES.get(author);
        }
    }

    private final MigrationDatabase database;
    private final List<Book> books;

    private Library(MigrationDatabase database, List<Book> books) {
        this.database = database;
        this.books = books;
    }

    static Library open(Engine engine, long seed) throws SQLException {
        Library library = new Library(MigrationDatabase.on(engine), books(new Random(seed)));
        library.create();
        try (Models models = library.models()) {
            library.fill(models);
        }
        return library;
    }

    Models models() throws SQLException {
        return Models.on(database.connection(), "shop", STATE);
    }

    List<Book> books() {
        return books;
    }

    private static List<Book> books(Random random) {
        List<Book> books = new ArrayList<>();
        for (long id = 1; id <= BOOKS; id++) {
            books.add(new Book(
                    id,
                    orNull(random, TITLES.get(random.nextInt(TITLES.size()))),
                    orNull(random, random.nextInt(9) - 2),
                    orNull(random, BigDecimal.valueOf(random.nextInt(800), 2)),
                    orNull(random, random.nextBoolean()),
                    orNull(
                            random,
                            LocalDate.of(1999 + random.nextInt(3), 1 + random.nextInt(12), 1 + random.nextInt(28))),
                    orNull(
                            random,
                            LocalDateTime.of(2020, 5, 6, random.nextInt(24), random.nextInt(60), random.nextInt(60))),
                    orNull(random, random.nextInt(NAMES.size())),
                    random.ints(random.nextInt(4), 1, 6).boxed().toList(),
                    random.ints(random.nextInt(3), 0, WORDS.size())
                            .distinct()
                            .boxed()
                            .toList()));
        }
        return books;
    }

    private static <T> @Nullable T orNull(Random random, T value) {
        return random.nextInt(6) == 0 ? null : value;
    }

    private void create() throws SQLException {
        SchemaEditor editor = database.dialect().editor();
        editor.begin(0, new OperationContext(database.dialect(), "shop", ProjectState.empty(), STATE));
        Stream.of("Author", "Tag", "Book", "Review", "Book.tags")
                .forEach(name -> editor.createTable(TableMapping.of(STATE, new ModelKey("shop", name))));
        for (PlannedStatement planned : editor.finish()) {
            database.execute(planned.statement().summary());
        }
    }

    private void fill(Models models) {
        for (int i = 0; i < NAMES.size(); i++) {
            models.get("Author").create(Map.of("id", i, "name", NAMES.get(i)));
            models.get("Tag").create(Map.of("id", i, "word", WORDS.get(i)));
        }
        long review = 0;
        for (Book book : books) {
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("id", book.id());
            values.put("title", book.title());
            values.put("pages", book.pages());
            values.put("price", book.price());
            values.put("visible", book.visible());
            values.put("published", book.published());
            values.put("sold", book.sold());
            values.put("author", book.author());
            models.get("Book").create(values);
            for (int stars : book.stars()) {
                models.get("Review").create(Map.of("id", ++review, "book", book.id(), "stars", stars));
            }
            book.tags().forEach(tag -> models.get("Book.tags").create(Map.of("book", book.id(), "tag", tag)));
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}

package io.kuaka.data;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.concat;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.lower;
import static io.kuaka.expression.Expression.not;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;

import io.kuaka.migration.MigrationKey;
import io.kuaka.progress.RowProgress;
import io.kuaka.recorder.AppliedContent;
import io.kuaka.recorder.Fence;
import io.kuaka.recorder.Journal;
import io.kuaka.recorder.JournalEntry;
import io.kuaka.recorder.OwnNames;
import io.kuaka.recorder.OwnTables;
import io.kuaka.recorder.Recorder;
import io.kuaka.recorder.Signature;
import io.kuaka.routing.Placement;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.grammar.Select;
import io.kuaka.schema.statement.WalkProgress;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import io.kuaka.testing.Golden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The SQL of queries and changes of rows on every database, as it was reviewed. */
class HistoricalStatementsTest {
    private static final ProjectState STATE = ProjectState.empty()
            .withModel("shop", model("Author").fields(bigint("id").primaryKey().identity(), varchar("email", 80)))
            .withModel(
                    "shop",
                    model("Book")
                            .table("books")
                            .fields(
                                    bigint("id").primaryKey().identity(),
                                    varchar("title", 80),
                                    integer("pages").nullable(),
                                    bool("visible").defaultTo(true),
                                    varchar("order", 20).nullable(),
                                    reference("author", "shop.Author").nullable()))
            .withModel(
                    "shop",
                    model("Page")
                            .fields(
                                    reference("book", "shop.Book").primaryKey(),
                                    integer("number").primaryKey(),
                                    varchar("text", 80).nullable()))
            .withModel("shop", model("Ticket").fields(bigint("id").primaryKey().identity()))
            .withSequence("shop", Sequence.sequence("book_seq"));

    static Stream<String> databases() {
        return Dialects.all().stream().map(Dialect::name);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void sqlIsAsReviewed(String database) {
        Dialect dialect = Dialects.named(database);
        NowhereConnection nowhere = new NowhereConnection();
        try (Models models = new Models(
                "shop",
                new Session(nowhere.connection(), dialect, STATE, RowProgress.unobserved(), Placement.only()))) {
            queries(models, nowhere);
            iterations(models, dialect, nowhere);
            changes(models, dialect, nowhere);
        }
        Golden.assertGolden("rows/" + database + ".sql", nowhere.text() + history(dialect));
    }

    private static void queries(Models models, NowhereConnection nowhere) {
        Model books = models.get("Book");
        nowhere.title("all");
        books.all().list();
        nowhere.title("filter, exclude and order");
        books.filter(field("pages").gt(100).or(field("title").startsWith("50%_[")))
                .exclude(field("visible").eq(true))
                .orderBy("-pages", "title")
                .list();
        nowhere.title("filter by one of several");
        books.filter(field("pages").in(1, 2, 3).and(not(field("order").isNull())))
                .list();
        nowhere.title("filter and order along a reference");
        books.filter(lower(field("author.email")).eq("a@x"))
                .orderBy("author.email")
                .list();
        nowhere.title("get");
        books.get(field("title").eq("It"));
        nowhere.title("first");
        books.first();
        nowhere.title("exists");
        books.filter(field("pages").isNull()).exists();
        nowhere.title("count");
        books.filter(field("visible").eq(false)).count();
        nowhere.title("next value of a sequence");
        models.nextValue("book_seq");
    }

    private static void iterations(Models models, Dialect dialect, NowhereConnection nowhere) {
        Model pages = models.get("Page");
        Row last = row("Page", Map.of("book_id", 7L, "number", 20), dialect, nowhere);
        nowhere.title("iterator: first chunk");
        pages.all().chunkAfter(null, 100, Select.Kind.PLAIN);
        nowhere.title("iterator: next chunk after a composite key");
        pages.filter(field("text").isNotNull()).chunkAfter(last, 100, Select.Kind.PLAIN);
        nowhere.title("iterator with an order");
        pages.orderBy("text").iterator(100).iterator().next();
    }

    private static void changes(Models models, Dialect dialect, NowhereConnection nowhere) {
        Model books = models.get("Book");
        nowhere.title("update");
        books.filter(field("pages").isNull()).update(set("pages", 0), set("order", null));
        nowhere.title("update by expressions");
        books.update(
                set("title", concat(field("title"), "!")),
                set("pages", field("pages").plus(1).times(2)));
        nowhere.title("delete");
        books.exclude(field("author.email").eq("a@x")).delete();
        nowhere.title("create");
        books.create(set("id", 1L), set("title", "One"));
        nowhere.title("create by an expression");
        books.create(set("title", lower("ONE")));
        nowhere.title("create with defaults only");
        models.get("Ticket").create();
        nowhere.title("save");
        row("Book", Map.of("id", 2L, "title", "Too"), dialect, nowhere)
                .set("id", 3L)
                .set("title", "Two")
                .save();
    }

    private static Row row(String model, Map<String, ?> values, Dialect dialect, NowhereConnection nowhere) {
        Session session = new Session(nowhere.connection(), dialect, STATE, RowProgress.unobserved(), Placement.only());
        ModelShape shape = new ModelShape(STATE, dialect.grammar(), new ModelKey("shop", model));
        return Row.of(session, shape, new LinkedHashMap<>(values));
    }

    private static String history(Dialect dialect) {
        MigrationKey first = MigrationKey.parse("shop.0001_initial");
        MigrationKey second = MigrationKey.parse("shop.0002_book's");
        JournalEntry entry =
                new JournalEntry(first, "forward", 3, 4, "abc", 7, new WalkProgress(10, 8, "books 10", null));
        Journal journal = OwnTables.unseen(dialect, OwnNames.standard()).journal();
        Recorder recorder = new Recorder(dialect);
        Fence fence = new Fence(7, "7");
        Signature signature = new Signature(fence, "1.0", "anna@build-7", Signature.How.RUN);
        StringBuilder text = new StringBuilder("\n-- history\n");
        recorder.record(List.of(first, second), signature, Map.of(first, new AppliedContent("def", "eJw", "shop.0000")))
                .forEach(sql -> text.append(sql.text()).append(";\n"));
        recorder.unrecord(List.of(first, second), fence)
                .forEach(sql -> text.append(sql.text()).append(";\n"));
        Stream.of(
                        journal.begin(entry, fence),
                        journal.hold(entry),
                        journal.reach(entry, entry),
                        journal.adopt(entry, new Fence(8, "8")),
                        journal.end(entry))
                .forEach(sql -> text.append(sql.text()).append(";\n"));
        text.append("\n-- backfill\n");
        text.append(dialect.grammar().update(new TableName(null, "books"), List.of("pages = 0"), "pages is null"));
        return text.append(";\n").toString();
    }
}

package io.kuaka.it.schema;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.value;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.decimal;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static io.kuaka.state.Sequence.sequence;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.AlterModelComment;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.DropSequence;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveConstraint;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RemoveIndex;
import io.kuaka.operation.RenameConstraint;
import io.kuaka.operation.RenameIndex;
import io.kuaka.state.OnDelete;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What somebody may change by hand in the tables of a shop, one thing at a time. */
final class ChangesByHand {
    private ChangesByHand() {}

    private static final String BREAKS_APPLICATION = "breaks the application: ";
    private static final String BREAKS_MIGRATIONS = "breaks later migrations: ";
    private static final String COSMETIC = "cosmetic: ";

    static final ProjectState STATE = SchemaRun.shop(
                    model("Author")
                            .fields(
                                    bigint("id").primaryKey().identity(),
                                    varchar("name", 100),
                                    varchar("email", 254).unique().nullable())
                            .comment("Who writes"),
                    model("Book")
                            .fields(
                                    bigint("id").primaryKey().identity(),
                                    varchar("title", 200),
                                    varchar("isbn", 13).nullable(),
                                    integer("pages").nullable(),
                                    decimal("price", 10, 2).defaultTo(0),
                                    enumeration("status", "DRAFT", "FOR_SALE").defaultTo("DRAFT"),
                                    reference("author", "shop.Author").nullable())
                            .indexes(index("book_title_idx").on("title", "-pages"))
                            .constraints(
                                    check("book_price_check", field("price").ge(0)),
                                    unique("book_isbn_key").on("isbn", "title")),
                    model("Tag").fields(bigint("id").primaryKey()))
            .withSequence("shop", sequence("invoice_seq").startingAt(100).incrementedBy(50));

    /** A change by hand, and what is said of it: severity, part, path and aspect. */
    record Seed(List<Operation> change, List<String> said) {
        static Seed of(Operation change, String... said) {
            return new Seed(List.of(change), List.of(said));
        }
    }

    static Stream<Arguments> seeds() {
        return Stream.of(Engine.values())
                .flatMap(engine -> all(engine).stream().map(seed -> Arguments.of(engine, seed)));
    }

    private static List<Seed> all(Engine engine) {
        boolean isMysql = engine == Engine.MYSQL || engine == Engine.MARIADB;
        return Stream.of(ofColumns(engine), ofRules(isMysql), ofTables(engine))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Seed> ofColumns(Engine engine) {
        return List.of(
                Seed.of(
                        new AddField("Book", varchar("note", 20).nullable()),
                        BREAKS_MIGRATIONS + "column book.note not expected"),
                Seed.of(
                        new AddField("Book", integer("rank"), value(1)),
                        BREAKS_APPLICATION + "column book.rank not expected"),
                Seed.of(new RemoveField("Author", "name"), BREAKS_APPLICATION + "column author.name missing"),
                Seed.of(
                        new AlterField("Book", varchar("isbn", 20).nullable()),
                        BREAKS_APPLICATION + "column book.isbn type"),
                Seed.of(
                        new AlterField("Book", varchar("title", 200).nullable()),
                        BREAKS_MIGRATIONS + "column book.title nullability"),
                Seed.of(
                        new AlterField("Book", integer("pages"), value(1)),
                        BREAKS_APPLICATION + "column book.pages nullability"),
                Seed.of(
                        new AlterField("Book", decimal("price", 10, 2).defaultTo(1)),
                        BREAKS_APPLICATION + "column book.price default"),
                Seed.of(
                        new AlterField("Book", decimal("price", 10, 2)),
                        BREAKS_APPLICATION + "column book.price default missing"),
                Seed.of(
                        new AlterField("Book", integer("pages").nullable().defaultTo(7)),
                        COSMETIC + "column book.pages default not expected"),
                Seed.of(
                        new AlterField("Book", bigint("id").primaryKey()),
                        engine == Engine.SQLITE
                                ? new String[] {
                                    BREAKS_APPLICATION + "column book.id identity missing",
                                    BREAKS_APPLICATION + "column book.id type"
                                }
                                : new String[] {BREAKS_APPLICATION + "column book.id identity missing"}),
                Seed.of(
                        new AlterField(
                                "Book",
                                varchar("isbn", 13)
                                        .collation(engine.collation())
                                        .nullable()),
                        engine == Engine.H2
                                ? new String[0]
                                : new String[] {BREAKS_APPLICATION + "column book.isbn collation not expected"}));
    }

    private static List<Seed> ofRules(boolean isMysql) {
        return List.of(
                Seed.of(
                        new AlterField("Author", varchar("email", 254).nullable()),
                        BREAKS_MIGRATIONS + "unique constraint author.author_email_key missing"),
                Seed.of(
                        new AddConstraint("Book", unique("book_pages_key").on("pages")),
                        BREAKS_APPLICATION + "unique constraint book.book_pages_key not expected"),
                Seed.of(
                        new RemoveConstraint("Book", "book_price_check"),
                        BREAKS_MIGRATIONS + "check book.book_price_check missing"),
                Seed.of(
                        new AddConstraint(
                                "Book", check("book_pages_check", field("pages").gt(0))),
                        BREAKS_APPLICATION + "check book.book_pages_check not expected"),
                new Seed(
                        List.of(
                                new RemoveConstraint("Book", "book_price_check"),
                                new AddConstraint(
                                        "Book",
                                        check("book_price_check", field("price").gt(1)))),
                        List.of(BREAKS_APPLICATION + "check book.book_price_check definition")),
                Seed.of(
                        new RenameConstraint("Book", "book_price_check", "price_isnt_negative"),
                        BREAKS_MIGRATIONS + "check book.book_price_check name"),
                Seed.of(
                        new RemoveIndex("Book", "book_title_idx"),
                        BREAKS_MIGRATIONS + "index book.book_title_idx missing"),
                Seed.of(
                        new AddIndex("Book", index("book_pages_idx").on("pages")),
                        COSMETIC + "index book.book_pages_idx not expected"),
                Seed.of(
                        new RenameIndex("Book", "book_title_idx", "ix_4711"),
                        BREAKS_MIGRATIONS + "index book.book_title_idx name"),
                new Seed(
                        List.of(
                                new RemoveIndex("Book", "book_title_idx"),
                                new AddIndex("Book", index("book_title_idx").on("title"))),
                        List.of(BREAKS_MIGRATIONS + "index book.book_title_idx definition")),
                Seed.of(
                        new AlterField(
                                "Book",
                                reference("author", "shop.Author").nullable().onDelete(OnDelete.CASCADE)),
                        BREAKS_APPLICATION + "foreign key book.book_author_id_fkey definition"),
                Seed.of(
                        new AlterField(
                                "Book",
                                reference("author", "shop.Author").nullable().withoutForeignKey()),
                        Stream.of(
                                        BREAKS_MIGRATIONS + "foreign key book.book_author_id_fkey missing",
                                        isMysql ? BREAKS_MIGRATIONS + "index book.book_author_id_fkey missing" : "")
                                .filter(line -> !line.isEmpty())
                                .toArray(String[]::new)));
    }

    private static List<Seed> ofTables(Engine engine) {
        return List.of(
                Seed.of(new DeleteModel("Tag"), BREAKS_APPLICATION + "table tag missing"),
                Seed.of(
                        new CreateModel(model("Legacy").fields(bigint("id").primaryKey())),
                        COSMETIC + "table legacy not expected"),
                Seed.of(new DropSequence("invoice_seq"), BREAKS_APPLICATION + "sequence invoice_seq missing"),
                Seed.of(
                        new AlterModelComment("Author", "Who wrote"),
                        engine == Engine.SQLITE ? new String[0] : new String[] {COSMETIC + "table author comment"}));
    }
}

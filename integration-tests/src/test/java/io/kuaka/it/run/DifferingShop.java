package io.kuaka.it.run;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.value;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.decimal;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.smallint;
import static io.kuaka.state.Fields.timestamp;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static io.kuaka.state.Sequence.sequence;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.state.OnDelete;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.List;

/** A shop whose tables somebody wrote by hand, and what its entities say of them: almost everything differs. */
final class DifferingShop {
    static final ProjectState ENTITIES = SchemaRun.shop(
                    model("Author")
                            .table("author")
                            .fields(bigint("id").primaryKey().identity(), varchar("name", 100)),
                    model("Publisher").table("publisher").fields(bigint("id").primaryKey()),
                    model("Book")
                            .table("book")
                            .fields(
                                    bigint("id").primaryKey(),
                                    varchar("title", 200),
                                    varchar("isbn", 13).nullable(),
                                    integer("pages").nullable(),
                                    smallint("weight").nullable(),
                                    decimal("price", 10, 2).defaultTo(0),
                                    bool("active").defaultTo(true),
                                    timestamp("added").nullable(),
                                    varchar("code", 4).nullable(),
                                    enumeration("status", "DRAFT", "FOR_SALE", "SOLD"),
                                    integer("twice")
                                            .nullable()
                                            .generated(field("pages").times(value(2))),
                                    reference("author", "shop.Author").nullable(),
                                    reference("publisher", "shop.Publisher")
                                            .nullable()
                                            .onDelete(OnDelete.CASCADE))
                            .indexes(
                                    index("book_title_idx").on("title", "-pages"),
                                    index("book_isbn_idx").on("isbn").unique(),
                                    index("book_code_idx").on("code"))
                            .constraints(
                                    check("book_price_check", field("price").ge(0)),
                                    check("book_pages_check", field("pages").gt(0)),
                                    unique("book_isbn_title_key").on("isbn", "title")),
                    model("Line")
                            .table("line")
                            .fields(
                                    reference("book", "shop.Book").primaryKey(),
                                    integer("number").primaryKey()),
                    model("Tag")
                            .table("tag")
                            .fields(
                                    bigint("id").primaryKey(),
                                    varchar("word", 20).nullable(),
                                    reference("owner", "shop.Author").nullable()))
            .withSequence("shop", sequence("invoice_seq").startingAt(100).incrementedBy(50));

    private DifferingShop() {}

    private static boolean isMysql(Engine engine) {
        return engine == Engine.MARIADB || engine == Engine.MYSQL;
    }

    /** Returns the statements that make the tables, and a row in each. */
    static List<String> statements(Engine engine) {
        List<String> statements = new ArrayList<>(List.of(
                "create table author (id " + identity(engine) + ", name varchar(100) not null)",
                "create table publisher (id bigint not null primary key)",
                book(engine),
                "create index book_title_idx on book (title, pages)",
                "create " + (isMysql(engine) ? "" : "unique ") + "index book_isbn_title_key on book (isbn, title)",
                codeIndex(engine),
                "create index book_added_idx on book (added)",
                "create table line (book_id bigint not null, number integer not null, primary key (number, book_id),"
                        + " constraint line_book_id_fkey foreign key (book_id) references book (id),"
                        + " constraint fk_line_again foreign key (book_id) references book (id) on delete cascade)",
                // MySQL and MariaDB refuse references of another type than the key.
                "create table tag (id bigint not null primary key, word varchar(20) not null, owner_id "
                        + (isMysql(engine) ? "bigint" : "integer")
                        + ", constraint tag_owner_id_fkey foreign key (owner_id) references author (id))",
                "create table loan (id bigint primary key, book_id bigint,"
                        + " constraint loan_book_fk foreign key (book_id) references book (id))",
                "create view numbers as select isbn from book"));
        statements.addAll(numbers(engine));
        statements.addAll(List.of(
                "insert into author (name) values ('Janet Frame')",
                "insert into publisher (id) values (7)",
                "insert into book (id, title, isbn, pages, weight, price, active, code, status, author_id, publisher_id)"
                        + " select 1, 'Owls Do Cry', '9781582430683', 176, 3, 9.5, " + yes(engine)
                        + ", 'owls', 'DRAFT', id, 7 from author",
                "insert into line (book_id, number) values (1, 1)",
                "insert into tag (id, word, owner_id) select 1, 'novel', id from author",
                "insert into loan (id, book_id) values (1, 1)"));
        return statements;
    }

    private static String yes(Engine engine) {
        return isMysql(engine) ? "b'1'" : engine == Engine.SQLITE ? "1" : "true";
    }

    private static String identity(Engine engine) {
        return switch (engine) {
            case POSTGRESQL, H2 -> "bigint generated by default as identity primary key";
            case MARIADB, MYSQL -> "bigint not null auto_increment primary key";
            case SQLITE -> "integer primary key";
        };
    }

    /** Names and words are in another case than Kuaka's, which makes no difference. */
    private static String book(Engine engine) {
        String generated = "integer generated always as (pages * 3)" + (engine == Engine.H2 ? "" : " stored");
        String bool = isMysql(engine) ? "bit(1) default b'0' not null" : "boolean default false not null";
        String status =
                switch (engine) {
                    case H2, MARIADB, MYSQL -> "enum('DRAFT', 'FOR_SALE') not null";
                    case POSTGRESQL, SQLITE ->
                        "varchar(255) not null constraint book_status_check check (status in ('DRAFT', 'FOR_SALE'))";
                };
        String added =
                switch (engine) {
                    case POSTGRESQL, H2 -> "timestamp(3)";
                    case MARIADB, MYSQL -> "datetime(3)";
                    case SQLITE -> "datetime";
                };
        return "create table book (id bigint not null primary key, title varchar(150) not null, isbn varchar(13),"
                + " pages integer, weight integer, price numeric(10,3) default 0 not null, active " + bool + ", added "
                + added + ", code char(4), status " + status + ", twice " + generated + ", author_id bigint,"
                + " publisher_id bigint, note varchar(20),"
                + " constraint book_price_check CHECK (PRICE >= 0),"
                + " constraint book_pages_check check (pages between 1 and 9000),"
                + " constraint weights unique (weight, code),"
                + (isMysql(engine) ? "" : " constraint book_isbn_idx unique (isbn),")
                + (sharesNames(engine) ? " constraint weights check (weight > 0)," : "")
                + " constraint fk4711 foreign key (author_id) references author (id) on update cascade,"
                + " constraint book_publisher_id_fkey foreign key (publisher_id) references publisher (id)"
                + " on delete set null)";
    }

    /** Elsewhere a table, or a schema, has no two constraints of one name. */
    static boolean sharesNames(Engine engine) {
        return engine == Engine.MYSQL || engine == Engine.SQLITE;
    }

    /** What no model can express. */
    private static String codeIndex(Engine engine) {
        String part =
                switch (engine) {
                    case POSTGRESQL -> "code nulls first";
                    case H2 -> "code nulls last";
                    case MARIADB, MYSQL -> "code(2)";
                    case SQLITE -> "code collate nocase";
                };
        return "create index book_code_idx on book (" + part + ")";
    }

    private static List<String> numbers(Engine engine) {
        return switch (engine) {
            case POSTGRESQL, H2, MARIADB -> List.of("create sequence invoice_seq start with 100 increment by 10");
            case MYSQL, SQLITE -> List.of();
        };
    }

    private static boolean hasSequences(Engine engine) {
        return engine != Engine.MYSQL && engine != Engine.SQLITE;
    }

    /** Returns the names of all differences but names that stay, in the form {@code path aspect}. */
    static List<String> differences(Engine engine) {
        boolean isNative = engine != Engine.POSTGRESQL && engine != Engine.SQLITE;
        List<String> named = new ArrayList<>(List.of(
                "book.title type",
                "book.weight type",
                "book.price type",
                "book.active default",
                "book.added type",
                "book.code type",
                isNative ? "book.status type" : "book.book_status_check definition",
                "book.twice generated value",
                "book.note",
                "book.book_pages_check definition",
                "book.weights",
                "book.book_title_idx definition",
                "book.book_isbn_idx",
                "book.book_isbn_title_key",
                "book.book_isbn_title_key",
                codeIndexAspect(engine),
                "book.book_added_idx",
                "book.fk4711 on update",
                "book.book_publisher_id_fkey definition",
                "line columns",
                "line.fk_line_again",
                "tag.word nullability",
                hasSequences(engine) ? "invoice_seq increment" : "invoice_seq"));
        // The index that serves the second foreign key, for the primary key begins with another column.
        named.addAll(
                isMysql(engine) ? List.of("line.fk_line_again") : List.of("book.book_isbn_idx", "tag.owner_id type"));
        named.addAll(sharesNames(engine) ? List.of("book.weights") : List.of());
        return named;
    }

    private static String codeIndexAspect(Engine engine) {
        return "book.book_code_idx "
                + switch (engine) {
                    case POSTGRESQL, H2 -> "order of nulls";
                    case MARIADB, MYSQL -> "prefix length";
                    case SQLITE -> "collation";
                };
    }

    /** Returns how many of them a migration can only define anew: the history doesn't say them meanwhile. */
    static int redefined(Engine engine) {
        return isMysql(engine) ? 2 : engine == Engine.SQLITE ? 4 : 3;
    }
}

package io.kuaka.it.adoption;

import static io.kuaka.it.adoption.HandMadeChange.of;
import static io.kuaka.it.support.Engine.H2;
import static io.kuaka.it.support.Engine.MARIADB;
import static io.kuaka.it.support.Engine.MYSQL;
import static io.kuaka.it.support.Engine.POSTGRESQL;
import static io.kuaka.it.support.Engine.SQLITE;

import io.kuaka.it.support.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** In what hand-made tables may differ from the entities, one thing at a time. */
final class HandMadeChanges {
    private HandMadeChanges() {}

    static List<HandMadeChange> on(Engine engine) {
        return Stream.of(columns(), rules(), keys(), indexes(), tables())
                .flatMap(List::stream)
                .filter(change -> change.engines().contains(engine))
                .toList();
    }

    private static List<HandMadeChange> columns() {
        List<HandMadeChange> all = new ArrayList<>(List.of(
                of(
                        "shorter title",
                        "title",
                        t -> t.column("book", "title", "varchar(150) not null"),
                        "book.title type"),
                of("longer note", "note", t -> t.column("book", "note", "varchar(80)"), "book.note type"),
                of(
                        "note is not null",
                        "note",
                        t -> t.column("book", "note", "varchar(40) not null"),
                        "book.note nullability"),
                of(
                        "note is a text",
                        "note",
                        t -> t.column("book", "note", t.engine == SQLITE || t.engine == H2 ? "clob" : "text"),
                        "book.note type"),
                of(
                        "note has a default",
                        "note",
                        t -> t.column("book", "note", "varchar(40) default 'it''s'"),
                        "book.note default"),
                of("small pages", "pages twice", t -> t.column("book", "pages", "smallint"), "book.pages type"),
                of(
                        "another price",
                        "price",
                        t -> t.column("book", "price", "numeric(12,4) default 0 not null"),
                        "book.price type"),
                of(
                        "price without default",
                        "price",
                        t -> t.column("book", "price", "numeric(10,2) not null"),
                        "book.price default"),
                of(
                        "price may be null",
                        "price",
                        t -> t.column("book", "price", "numeric(10,2) default 0"),
                        "book.price nullability"),
                of(
                        "another default",
                        "amount",
                        t -> t.column("line", "amount", "integer default 5 not null"),
                        "line.amount default"),
                of(
                        "added by default",
                        "added",
                        t -> t.column(
                                "book",
                                "added",
                                t.columns.get("book").get("added") + " default current_timestamp"
                                        + (t.isMysql() ? "(6)" : "")),
                        "book.added default"),
                of("a moment without a precision", "added", t -> t.column("book", "added", "timestamp"))
                        .on(H2, POSTGRESQL),
                of(
                                "another precision",
                                "added",
                                t -> t.column("book", "added", t.isMysql() ? "datetime(3)" : "timestamp(3)"),
                                "book.added type")
                        .on(H2, POSTGRESQL, MARIADB, MYSQL),
                of("a column more", "extra", t -> t.column("book", "extra", "varchar(20)"), "book.extra"),
                of(
                        "a column more with a default",
                        "extra",
                        t -> t.column("book", "extra", "integer default 3 not null"),
                        "book.extra"),
                of(
                        "a column less",
                        "note",
                        t -> {
                            t.columns.get("book").remove("note");
                            t.rows.replaceAll(row -> row.replace(", note,", ",").replace("'first', ", ""));
                        },
                        "book.note"),
                of(
                        "another generated value",
                        "twice",
                        t -> t.column(
                                "book",
                                "twice",
                                t.columns.get("book").get("twice").replace("2", "3")),
                        "book.twice generated value"),
                of(
                        "no generated value",
                        "twice",
                        t -> {
                            t.column("book", "twice", "integer");
                            t.answers.put("drop values of shop.Book.twice", "yes");
                        },
                        "book.twice generated value"),
                of("more values", "status", t -> {
                            if (t.hasNativeEnums()) {
                                t.column("book", "status", "enum('DRAFT', 'FOR_SALE', 'SOLD') not null");
                            } else {
                                t.constraint(
                                        "book", "book_status_check", "check (status in ('DRAFT', 'FOR_SALE', 'SOLD'))");
                            }
                        })
                        .naming(t ->
                                List.of(t.hasNativeEnums() ? "book.status type" : "book.book_status_check definition")),
                of("values by a named check", "status", t -> {
                            t.column("book", "status", "varchar(255) not null");
                            t.constraints.get("book").remove("book_status_check");
                            t.constraint("book", "ck_book_status", "check (status in ('DRAFT', 'FOR_SALE'))");
                        })
                        .naming(t -> t.hasNativeEnums()
                                ? List.of("book.status type", "book.ck_book_status")
                                : List.of("book.book_status_check name")),
                of("values without a check", "status", t -> {
                            t.column("book", "status", "varchar(255) not null");
                            t.constraints.get("book").remove("book_status_check");
                        })
                        .naming(t -> List.of(t.hasNativeEnums() ? "book.status type" : "book.book_status_check")),
                of(
                                "updated by itself",
                                "added alone",
                                t -> t.column("book", "added", "datetime(6) on update current_timestamp(6)"),
                                "book.added on update")
                        .on(MARIADB, MYSQL),
                of(
                                "updated by itself with less precision",
                                "added alone",
                                t -> t.column("book", "added", "datetime(3) on update current_timestamp(3)"),
                                "book.added type",
                                "book.added on update")
                        .on(MARIADB, MYSQL),
                of(
                                "a hidden column of another type",
                                "note alone",
                                t -> t.column("book", "note", "varchar(80) invisible"),
                                "book.note type",
                                "book.note visibility")
                        .on(MARIADB, MYSQL),
                of(
                                "unsigned pages",
                                "pages twice",
                                t -> t.column("book", "pages", "integer unsigned"),
                                "book.pages type")
                        .on(MARIADB, MYSQL),
                of(
                                "another collation",
                                "note",
                                t -> t.column(
                                        "book",
                                        "note",
                                        "varchar(40) collate "
                                                + (t.engine == POSTGRESQL ? "\"C\"" : t.engine.collation())),
                                "book.note collation")
                        .on(POSTGRESQL, MARIADB, MYSQL, SQLITE),
                of(
                                "a comment",
                                "note",
                                t -> t.column("book", "note", "varchar(40) comment 'it''s ours'"),
                                "book.note comment")
                        .on(H2, MARIADB, MYSQL),
                of(
                                "a comment and another length",
                                "note",
                                t -> t.column("book", "note", "varchar(80) comment 'it''s ours'"),
                                "book.note type",
                                "book.note comment")
                        .on(H2, MARIADB, MYSQL)));
        all.add(of(
                "a view on a column of another type",
                "title alone",
                t -> {
                    t.column("book", "title", "varchar(150) not null");
                    t.more.add("create view titles as select id, title from book");
                },
                "book.title type"));
        return all;
    }

    private static List<HandMadeChange> rules() {
        return List.of(
                of(
                        "no unique email",
                        "email",
                        t -> t.constraints.get("author").remove("author_email_key"),
                        "author.author_email_key"),
                of("unique email by a digest", "email", t -> {
                    t.constraints.get("author").remove("author_email_key");
                    t.constraint("author", "UK2hn", "unique (email)");
                }),
                of("unique email by an index", "email", t -> {
                            t.constraints.get("author").remove("author_email_key");
                            t.indexes.put("author_email_key", "unique index author_email_key on author (email)");
                        })
                        .naming(t -> t.isMysql()
                                ? List.of()
                                : List.of("author.author_email_key", "author.author_email_key")),
                of("unique isbn by an index that a key needs", "isbn loan", t -> {
                            t.constraints.get("book").remove("book_isbn_key");
                            t.indexes.put("book_isbn_key", "unique index book_isbn_key on book (isbn)");
                            t.more.add(
                                    "create table loan (id bigint not null primary key, isbn varchar(13), constraint loan_fk foreign key (isbn) references book (isbn))");
                            t.rows.add("insert into loan values (1, '9781582430683')");
                        })
                        .naming(t -> t.isMysql() ? List.of() : List.of("book.book_isbn_key", "book.book_isbn_key"))
                        .on(POSTGRESQL, SQLITE, MARIADB, MYSQL),
                of(
                        "an index in place of a unique constraint",
                        "isbn",
                        t -> {
                            t.constraints.get("book").remove("book_isbn_key");
                            t.indexes.put("book_isbn_key", "index book_isbn_key on book (isbn)");
                        },
                        "book.book_isbn_key",
                        "book.book_isbn_key"),
                of(
                                "a unique prefix",
                                "isbn",
                                t -> {
                                    t.constraints.get("book").remove("book_isbn_key");
                                    t.indexes.put("book_isbn_key", "unique index book_isbn_key on book (isbn(12))");
                                },
                                "book.book_isbn_key prefix length")
                        .on(MARIADB, MYSQL),
                of(
                        "unique for fewer columns",
                        "title_edition",
                        t -> t.constraint("book", "book_title_edition_key", "unique (edition)"),
                        "book.book_title_edition_key definition"),
                of(
                        "unique in another order",
                        "title_edition",
                        t -> t.constraint("book", "book_title_edition_key", "unique (edition, title)"),
                        "book.book_title_edition_key definition"),
                of(
                                "unique and deferrable",
                                "title_edition",
                                t -> t.constraint(
                                        "book", "book_title_edition_key", "unique (title, edition) deferrable"),
                                "book.book_title_edition_key deferral")
                        .on(POSTGRESQL),
                of(
                        "another unique constraint",
                        "pages_key",
                        t -> t.constraint("book", "one_per_price", "unique (price, title)"),
                        "book.one_per_price"),
                of(
                        "no check",
                        "price_check",
                        t -> t.constraints.get("book").remove("book_price_check"),
                        "book.book_price_check"),
                of("a check by another name", "price_check", t -> {
                    t.constraints.get("book").remove("book_price_check");
                    t.constraint("book", "positive", "check (price >= 0)");
                }),
                of(
                        "another check",
                        "edition_check",
                        t -> t.constraint("book", "book_edition_check", "check (edition > 1)"),
                        "book.book_edition_check definition"),
                of("a check of a column", "edition_check edition", t -> {
                    t.constraints.get("book").remove("book_edition_check");
                    t.column("book", "edition", "integer check (edition > 0)");
                }),
                of(
                        "a check more",
                        "more_check",
                        t -> t.constraint("book", "short", "check (pages < 9000 or pages is null)"),
                        "book.short"),
                of(
                                "a check that isn't enforced",
                                "price_check",
                                t -> t.constraint("book", "book_price_check", "check (price >= 0) not enforced"),
                                "book.book_price_check lack of enforcement")
                        .on(MYSQL, POSTGRESQL));
    }

    private static List<HandMadeChange> keys() {
        return List.of(
                of("no foreign key", "author_id", t -> t.constraints.get("book").remove("book_author_id_fkey"))
                        .naming(t -> t.isMysql()
                                ? List.of("book.book_author_id_fkey", "book.book_author_id_fkey")
                                : List.of("book.book_author_id_fkey")),
                of("a foreign key by a digest", "author_id", t -> {
                    t.constraints.get("book").remove("book_author_id_fkey");
                    t.constraint("book", "FKabc", "foreign key (author_id) references author (id)");
                }),
                of(
                        "deletes with its author",
                        "author_id",
                        t -> t.constraint(
                                "book",
                                "book_author_id_fkey",
                                "foreign key (author_id) references author (id) on delete cascade"),
                        "book.book_author_id_fkey definition"),
                of(
                        "deletes with its author by a digest",
                        "author_id",
                        t -> {
                            t.constraints.get("book").remove("book_author_id_fkey");
                            t.constraint(
                                    "book",
                                    "FKabc",
                                    "foreign key (author_id) references author (id) on delete cascade");
                        },
                        "book.book_author_id_fkey definition"),
                of(
                        "follows its author",
                        "author_id",
                        t -> t.constraint(
                                "book",
                                "book_author_id_fkey",
                                "foreign key (author_id) references author (id) on update cascade"),
                        "book.book_author_id_fkey on update"),
                of(
                                "a foreign key of another type",
                                "author_id",
                                t -> t.column("book", "author_id", "integer"),
                                "book.author_id type")
                        .on(H2, POSTGRESQL, SQLITE),
                of(
                        "two foreign keys",
                        "author_id",
                        t -> t.constraint(
                                "book", "again", "foreign key (author_id) references author (id) on delete set null"),
                        "book.again"),
                of(
                        "a required author",
                        "author_id",
                        t -> t.column("book", "author_id", "bigint not null"),
                        "book.author_id nullability"),
                of(
                                "another order of the key",
                                "line_key",
                                t -> t.constraint("line", "line_pkey", "primary key (number, book_id)"))
                        .naming(t -> t.isMysql()
                                ? List.of("line columns", "line.line_book_id_fkey")
                                : List.of("line columns")),
                of("a key by another name", "line_key", t -> {
                    t.constraints.get("line").remove("line_pkey");
                    t.constraint("line", "pk_of_line", "primary key (book_id, number)");
                }),
                of(
                        "a short key",
                        "line_key",
                        t -> t.constraint("line", "line_pkey", "primary key (book_id)"),
                        "line columns"),
                of(
                                "no identity",
                                "author.id",
                                t -> {
                                    t.column("author", "id", "bigint not null");
                                    t.rows.replaceAll(row -> row.replace("author (name", "author (id, name")
                                            .replace("('Janet", "(1, 'Janet"));
                                },
                                "author.id identity")
                        .on(H2, POSTGRESQL),
                of(
                                "ids are always generated",
                                "author.id alone",
                                t -> t.column("author", "id", "bigint generated always as identity"),
                                "author.id generation")
                        .on(H2, POSTGRESQL),
                of(
                                "identity with a step",
                                "author.id alone",
                                t -> t.column(
                                        "author",
                                        "id",
                                        "bigint generated by default as identity (start with 7 increment by 5)"),
                                "author.id increment of the identity")
                        .on(H2, POSTGRESQL),
                of("serial ids", "author.id", t -> t.column("author", "id", "bigserial not null"))
                        .on(POSTGRESQL),
                of(
                                "integer ids",
                                "author.id author_id",
                                t -> {
                                    t.column(
                                            "author",
                                            "id",
                                            t.isMysql()
                                                    ? "integer not null auto_increment"
                                                    : "integer generated by default as identity");
                                    t.column("book", "author_id", "integer");
                                },
                                "author.id type",
                                "book.author_id type")
                        .on(H2, POSTGRESQL, MARIADB, MYSQL));
    }

    private static List<HandMadeChange> indexes() {
        return List.of(
                of("no index", "title_idx", t -> t.indexes.remove("book_title_idx"), "book.book_title_idx"),
                of(
                        "an index by another name",
                        "title_idx",
                        t -> {
                            t.indexes.remove("book_title_idx");
                            t.indexes.put("idx77", "index idx77 on book (title)");
                        },
                        "book.book_title_idx name"),
                of(
                        "a descending index",
                        "title_idx",
                        t -> t.indexes.put("book_title_idx", "index book_title_idx on book (title desc)"),
                        "book.book_title_idx definition"),
                of(
                                "a unique index",
                                "edition_idx",
                                t -> t.indexes.put(
                                        "book_edition_idx", "unique index book_edition_idx on book (edition, pages)"))
                        .naming(t -> t.isMysql()
                                ? List.of("book.book_edition_idx", "book.book_edition_idx")
                                : List.of("book.book_edition_idx definition")),
                of(
                        "an index of fewer columns",
                        "edition_idx",
                        t -> t.indexes.put("book_edition_idx", "index book_edition_idx on book (edition)"),
                        "book.book_edition_idx definition"),
                of(
                        "an index more",
                        "more_idx",
                        t -> t.indexes.put("more_idx", "index more_idx on book (price, title)"),
                        "book.more_idx"),
                of(
                                "a partial index more",
                                "more_idx",
                                t -> t.indexes.put("more_idx", "index more_idx on book (price) where pages > 3"),
                                "book.more_idx")
                        .on(POSTGRESQL, SQLITE),
                of(
                                "an index of an expression more",
                                "more_idx",
                                t -> t.indexes.put("more_idx", "index more_idx on book ((lower(title)))"),
                                "book.more_idx")
                        .on(POSTGRESQL, MYSQL),
                of(
                                "a full-text index more",
                                "more_idx alone",
                                t -> t.indexes.put("more_idx", "fulltext index more_idx on book (title, note)"),
                                "book.more_idx")
                        .on(MARIADB, MYSQL),
                of(
                                "an index for a reference",
                                "author_idx",
                                t -> t.indexes.put("author_idx", "index author_idx on book (author_id)"),
                                "book.author_idx")
                        .on(POSTGRESQL, H2, SQLITE),
                of(
                                "an index in place of that of a reference",
                                "author_idx author_id",
                                t -> t.indexes.put("author_idx", "index author_idx on book (author_id, price)"),
                                "book.author_idx",
                                "book.book_author_id_fkey")
                        .on(MARIADB, MYSQL),
                of(
                                "nulls first",
                                "title_idx",
                                t -> t.indexes.put(
                                        "book_title_idx",
                                        "index book_title_idx on book (title nulls "
                                                + (t.engine == H2 ? "last" : "first") + ")"),
                                "book.book_title_idx order of nulls")
                        .on(POSTGRESQL, H2));
    }

    private static List<HandMadeChange> tables() {
        return List.of(
                of(
                        "a table of others",
                        "loan",
                        t -> t.more.add(
                                "create table visit (id bigint not null primary key, book_id bigint, constraint visit_fk foreign key (book_id) references book (id))")),
                of(
                                "a trigger",
                                "trigger note",
                                t -> t.more.add(
                                        "create trigger noted after insert on line begin update book set note = 'sold' where id = 1; end"))
                        .on(SQLITE),
                of("a view", "view", t -> t.more.add("create view emails as select email from author")),
                of(
                        "no table",
                        "line_key amount line",
                        t -> {
                            t.columns.remove("line");
                            t.constraints.remove("line");
                            t.rows.removeIf(row -> row.contains("into line"));
                        },
                        "line"),
                of(
                                "a table without rowid",
                                "line_key line alone",
                                t -> t.options.put("line", " without rowid"),
                                "line storage")
                        .on(SQLITE),
                of(
                                "a table of another engine",
                                "engine line_key alone",
                                t -> {
                                    t.options.put("line", " engine = MyISAM");
                                },
                                "line storage")
                        .on(MARIADB)
                        .naming(t -> List.of("line storage", "line.line_book_id_fkey")),
                of(
                        "another name of a table",
                        "line_key amount line",
                        t -> {
                            t.more.add("alter table line rename to items");
                            t.rows.replaceAll(row -> row.replace("into line ", "into items "));
                        },
                        "line name"));
    }
}

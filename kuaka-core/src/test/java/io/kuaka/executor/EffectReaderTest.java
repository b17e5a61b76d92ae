package io.kuaka.executor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.schema.Dialects;
import io.kuaka.schema.statement.Effect;
import io.kuaka.schema.table.TableName;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shows that a user's statement has run: + exists afterwards, - is gone. */
class EffectReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "create table book (id bigint, primary key (id)) | + TABLE book",
                "create table `order` (id bigint) engine=InnoDB | + TABLE order",
                "create sequence book_seq start with 1 | + SEQUENCE book_seq",
                "create unique index concurrently \"Title Key\" on shop.book (title) | + INDEX shop.book.Title Key",
                "create fulltext index i on book (title) | + INDEX book.i",
                "drop table if exists book | - TABLE book",
                "drop index book_idx on book | - INDEX book.book_idx",
                "drop index concurrently book_idx | - INDEX book_idx",
                "alter table book add column a integer, add column b decimal(10,2) | + COLUMN book.a, + COLUMN book.b",
                "alter table book add a integer | + COLUMN book.a",
                "alter table book add constraint c check (a > 0), drop column b | + RULE book.c, - COLUMN book.b",
                "alter table book add constraint book_pkey primary key (id) | + RULE book.book_pkey",
                "alter table book drop foreign key f | - FOREIGN_KEY book.f",
                "alter table book rename column a to b | - COLUMN book.a, + COLUMN book.b",
                "alter table book change column a b bigint | - COLUMN book.a, + COLUMN book.b",
                "alter table Book rename column Title to \"Title\" | - COLUMN book.title, + COLUMN book.Title",
                "alter table book rename to tome | - TABLE book, + TABLE tome",
                "rename table book to tome | - TABLE book, + TABLE tome",
                "alter index a rename to b | - INDEX a, + INDEX b",
                "alter table book drop foreign key f, add constraint f foreign key (a) references b (id) | ~~",
                "alter table book alter column a set data type bigint | ~~",
                "alter table book modify a bigint not null | ~~",
                "create view cheap as select 1 | ~~",
                "create or replace function f() returns int language sql | ~~",
                "grant select on book to anna | ~~",
                "create index concurrently on book (title) | ~~",
                "create index if not exists i using btree on book (title) | + INDEX book.i",
                "drop table a, b cascade | - TABLE a, - TABLE b",
                "drop index a, b | - INDEX a, - INDEX b",
                "rename table a to b, c to d | - TABLE a, + TABLE b, - TABLE c, + TABLE d",
                "rename table a to x, b to a, x to b | ~~",
                "alter table book rename tome | - TABLE book, + TABLE tome",
                "alter table book rename as tome | - TABLE book, + TABLE tome",
                "alter table book rename a to b | - COLUMN book.a, + COLUMN book.b",
                "alter table book add unique (a) | ~~",
                "alter table book add unique u (a), add fulltext index f (b) | + INDEX book.u, + INDEX book.f",
                "alter table book add index (a) | ~~",
                "alter table book add index using hash (a) | ~~",
                "alter table book add constraint foreign key (a) references b (id) | ~~",
                "alter table book add constraint primary key (a) | + PRIMARY_KEY book",
                "alter table book add column a integer, add check (a > 0) | + COLUMN book.a",
                "alter table book add exclude using gist (a with &&) | ~~",
                "alter table book add column (a integer, b integer) | ~~",
                "alter table book add partition (partition p values less than (9)) | ~~"
            })
    void theSignsOfAStatementAreReadOffItsWords(String sql, String signs) {
        Effect effect = EffectReader.effect(sql, Dialects.named("postgresql").grammar());

        assertThat(effect.signs().stream().map(EffectReaderTest::words).collect(Collectors.joining(", ")))
                .isEqualTo(signs);
    }

    private static String words(Effect.Sign sign) {
        TableName owner = sign.owner();
        return (sign.exists() ? "+ " : "- ") + sign.kind() + " "
                + Stream.of(owner.schema() == null ? "" : owner.schema(), owner.name(), sign.name())
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.joining("."));
    }
}

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
                "create unique index concurrently \"Title Key\" on shop.book (title) | + RULE shop.book.Title Key",
                "create fulltext index i on book (title) | + RULE book.i",
                "drop table if exists book | - TABLE book",
                "drop index book_idx on book | - RULE book.book_idx",
                "drop index concurrently book_idx | - RULE book_idx",
                "alter table book add column a integer, add column b decimal(10,2) | + COLUMN book.a, + COLUMN book.b",
                "alter table book add a integer | + COLUMN book.a",
                "alter table book add constraint c check (a > 0), drop column b | + RULE book.c, - COLUMN book.b",
                "alter table book add constraint book_pkey primary key (id) | + RULE book.book_pkey",
                "alter table book drop foreign key f | - RULE book.f",
                "alter table book rename column a to b | - COLUMN book.a, + COLUMN book.b",
                "alter table book change column a b bigint | - COLUMN book.a, + COLUMN book.b",
                "alter table Book rename column Title to \"Title\" | - COLUMN book.title, + COLUMN book.Title",
                "alter table book rename to tome | - TABLE book, + TABLE tome",
                "rename table book to tome | - TABLE book, + TABLE tome",
                "alter index a rename to b | - RULE a, + RULE b",
                "alter table book drop foreign key f, add constraint f foreign key (a) references b (id) | ~~",
                "alter table book alter column a set data type bigint | ~~",
                "alter table book modify a bigint not null | ~~",
                "create view cheap as select 1 | ~~",
                "create or replace function f() returns int language sql | ~~",
                "grant select on book to anna | ~~"
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

package io.kuaka.dialect.mysql;

import io.kuaka.schema.grammar.NextNumber;
import io.kuaka.schema.statement.Sql;
import io.kuaka.state.Sequence;
import java.util.List;
import java.util.function.UnaryOperator;

/** How MariaDB and MySQL read and change the numbers that they give out. */
final class MysqlNumbers {
    private MysqlNumbers() {}

    /** Only an inserted row accepts a computed number; {@code setval} and {@code restart} don't. */
    static Sql changeNext(String sequence, UnaryOperator<String> change) {
        return Sql.of("insert into " + sequence + " select " + change.apply("next_not_cached_value")
                + ", minimum_value, maximum_value, start_value, increment, cache_size, cycle_option, cycle_count"
                + " from " + sequence);
    }

    static NextNumber ofSequence(String name, Sequence sequence) {
        return new NextNumber("next_not_cached_value", " from " + name, sequence.increment());
    }

    /** The connection keeps the last argument of {@code last_insert_id} (the manual on information functions). */
    static List<String> nextValue(String table, long increment) {
        return List.of(
                "update " + table + " set next_val = last_insert_id(next_val) + " + increment,
                "select last_insert_id()");
    }

    static NextNumber ofIdentity(String table) {
        return new NextNumber(
                "max(auto_increment)",
                " from information_schema.tables where table_schema = database() and table_name = " + table,
                1);
    }

    /** The clause takes a constant only, so the statement is made of the number. */
    static List<Sql> advanceIdentity(String table, String number, UnaryOperator<String> text) {
        String begin = text.apply("alter table " + table + " auto_increment = ");
        return List.of(
                Sql.setting("set @kuaka_numbering = (select concat(" + begin + ", " + number + ") from " + table + ")"),
                Sql.setting("prepare kuaka_numbering from @kuaka_numbering"),
                Sql.of("execute kuaka_numbering"),
                Sql.setting("deallocate prepare kuaka_numbering"));
    }
}

package io.kuaka.schema;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statement of SQL, without a semicolon at its end.
 *
 * @param violation for a query that must find no rows, the message when it does; null for all others
 */
public record Sql(String text, @Nullable String violation) implements Statement {
    /** Returns a statement. */
    public static Sql of(String text) {
        return new Sql(text, null);
    }

    /** Returns a query that must find no rows; otherwise the run stops with {@code violation}. */
    public static Sql assertEmpty(String query, String violation) {
        return new Sql(query, violation);
    }

    @Override
    public String summary() {
        return text;
    }

    @Override
    public <R> R match(Function<? super Sql, ? extends R> sql, Function<? super JavaCall, ? extends R> call) {
        return sql.apply(this);
    }
}

package io.kuaka.schema;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statement of SQL, without a semicolon at its end.
 *
 * @param violation for a query that must find no rows, the message when it does; null for all others
 * @param isForeign whether a user wrote it, so that nobody knows what it does and whether it gives rows back
 */
public record Sql(String text, @Nullable String violation, boolean isForeign) implements Statement {
    /** Returns a statement. */
    public static Sql of(String text) {
        return new Sql(text, null, false);
    }

    /** Returns a statement that a user wrote. */
    static Sql foreign(String text) {
        return new Sql(text, null, true);
    }

    /** Returns a query that must find no rows; otherwise the run stops with {@code violation}. */
    public static Sql assertEmpty(String query, String violation) {
        return new Sql(query, violation, false);
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

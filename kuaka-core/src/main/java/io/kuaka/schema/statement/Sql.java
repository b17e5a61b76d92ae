package io.kuaka.schema.statement;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statement of SQL, without a semicolon at its end.
 *
 * @param violation for a query that must find no rows, the message when it does; null for all others
 * @param role what those have to know of it who run it
 */
public record Sql(String text, @Nullable String violation, Role role) implements Statement {
    /** What a statement is there for. */
    public enum Role {
        /** It changes something. */
        CHANGE,
        /** It looks whether something can be changed. */
        GUARD,
        /** It clears the way for the statement after it, and is run again when that one is. */
        PREPARATION,
        /** A user wrote it, so that nobody knows what it does and whether it gives rows back. */
        FOREIGN
    }

    /** Returns a statement. */
    public static Sql of(String text) {
        return new Sql(text, null, Role.CHANGE);
    }

    /** Returns a statement that a user wrote. */
    public static Sql foreign(String text) {
        return new Sql(text, null, Role.FOREIGN);
    }

    /** Returns a statement that clears away what the next one would leave behind if it failed; mostly it does nothing. */
    public static Sql preparation(String text) {
        return new Sql(text, null, Role.PREPARATION);
    }

    /** Returns a query that must find no rows; otherwise the run stops with {@code violation}. */
    public static Sql assertEmpty(String query, String violation) {
        return new Sql(query, violation, Role.GUARD);
    }

    /** Returns whether a user wrote it. */
    public boolean isForeign() {
        return role == Role.FOREIGN;
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

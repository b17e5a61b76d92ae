package io.kuaka.schema.statement;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An SQL statement, without a semicolon at its end.
 *
 * @param violation for a query that must find no rows, the message when it does; null for all others
 * @param effect what shows that it has run; none for users' SQL, which has to be parsed
 * @param completion what it says when it runs; null if that is its text
 */
public record Sql(
        String text,
        @Nullable String violation,
        Role role,
        Effect effect,
        @Nullable Completion completion) implements Statement {
    /** The purpose of a statement, as far as it matters to those who run it. */
    public enum Role {
        /** It changes the schema, or begins or ends a transaction. */
        CHANGE,
        /** It changes only rows, so any database can run it in a transaction. */
        ROWS,
        /** It changes exactly one row, unless somebody else has changed that row meanwhile. */
        CLAIM,
        /** It is a query that calls a function with side effects, for instance on a sequence. */
        CALL,
        /**
         * It is a query whose rows are statements, which are run one after the other; only where a transaction can have
         * them, whatever they are.
         */
        EACH,
        /** It changes only settings of the session or the transaction. */
        SETTING,
        /** It is a query for rows that would make a change fail or lose data. */
        GUARD,
        /** It prepares the statement after it, and is run again with that one. */
        PREPARATION,
        /** A user wrote it, so it may do anything. */
        FOREIGN
    }

    private Sql(String text, @Nullable String violation, Role role, Effect effect) {
        this(text, violation, role, effect, null);
    }

    /** Returns a statement that begins or ends a transaction, or changes properties of what exists in the schema. */
    public static Sql of(String text) {
        return of(text, Effect.NONE);
    }

    /** Returns a statement that changes the schema. */
    public static Sql of(String text, Effect effect) {
        return new Sql(text, null, Role.CHANGE, effect);
    }

    /** Returns a statement that changes only rows. */
    public static Sql rows(String text) {
        return new Sql(text, null, Role.ROWS, Effect.NONE);
    }

    /** Returns a statement that must change exactly one row, whose condition names the row's former values. */
    public static Sql claim(String text) {
        return new Sql(text, null, Role.CLAIM, Effect.NONE);
    }

    /** Returns a query that calls a function with side effects. */
    public static Sql call(String text) {
        return new Sql(text, null, Role.CALL, Effect.NONE);
    }

    /** Returns a query whose rows are statements to run, for what is only known in the database. */
    public static Sql each(String query) {
        return new Sql(query, null, Role.EACH, Effect.NONE);
    }

    /** Returns a statement that changes only settings. */
    public static Sql setting(String text) {
        return new Sql(text, null, Role.SETTING, Effect.NONE);
    }

    /** Returns a statement that a user wrote. */
    public static Sql foreign(String text) {
        return new Sql(text, null, Role.FOREIGN, Effect.NONE);
    }

    /**
     * Returns a statement that removes what a failed attempt of the next one leaves behind; usually it does nothing.
     */
    public static Sql preparation(String text) {
        return new Sql(text, null, Role.PREPARATION, Effect.NONE);
    }

    /** Returns a query that must find no rows; otherwise the run stops with {@code violation}. */
    public static Sql assertEmpty(String query, String violation) {
        return new Sql(query, violation, Role.GUARD, Effect.NONE);
    }

    /** Returns the same statement, which says more when it runs. */
    public Sql completedBy(Completion whatIsThere) {
        return new Sql(text, violation, role, effect, whatIsThere);
    }

    /** Returns whether it may return rows, which JDBC batches don't allow. */
    public boolean mayReturnRows() {
        return switch (role) {
            case CALL, EACH, GUARD, FOREIGN -> true;
            case SETTING -> !text.startsWith("set ");
            case CHANGE, ROWS, CLAIM, PREPARATION -> false;
        };
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

package io.kuaka.schema.statement;

import io.kuaka.schema.table.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A clause of {@code alter table}, as one database spells it.
 *
 * @param subject the column or constraint that it changes, named as the database stores it; empty for a primary key
 *     where the database gives it no name
 * @param retyping the types in SQL of a column before and after, if a conversion mustn't be repeated; otherwise null
 * @param completion what it says when it runs; null if that is its SQL
 */
public record Clause(
        Kind kind,
        String subject,
        String sql,
        @Nullable Retyping retyping,
        @Nullable Completion completion) {
    /** The types of a column before and after, in SQL. */
    public record Retyping(String before, String after) {}

    /** Makes a clause that converts nothing, or that can be repeated. */
    public Clause(Kind kind, String subject, String sql) {
        this(kind, subject, sql, null, null);
    }

    /** Makes a clause that converts something once. */
    public Clause(Kind kind, String subject, String sql, Retyping retyping) {
        this(kind, subject, sql, retyping, null);
    }

    /** Returns the same clause, which says more when it runs. */
    public Clause completedBy(Completion whatIsThere) {
        return new Clause(kind, subject, sql, retyping, whatIsThere);
    }

    /** What a clause does. */
    public enum Kind {
        ADD_COLUMN,
        ALTER_COLUMN,
        DROP_COLUMN,
        ADD_PRIMARY_KEY,
        DROP_PRIMARY_KEY,
        ADD_FOREIGN_KEY,
        DROP_FOREIGN_KEY,
        /** Adds a unique constraint, a check or an exclusion constraint. */
        ADD_CONSTRAINT,
        VALIDATE_CONSTRAINT,
        DROP_CONSTRAINT
    }

    /** Returns its effect on a table, named as the database stores it. */
    public Effect effect(TableName table) {
        return switch (kind) {
            case ADD_COLUMN -> Effect.created(Effect.Kind.COLUMN, table, subject);
            case DROP_COLUMN -> Effect.dropped(Effect.Kind.COLUMN, table, subject);
            case ADD_PRIMARY_KEY ->
                Effect.created(subject.isEmpty() ? Effect.Kind.PRIMARY_KEY : Effect.Kind.RULE, table, subject);
            case DROP_PRIMARY_KEY ->
                Effect.dropped(subject.isEmpty() ? Effect.Kind.PRIMARY_KEY : Effect.Kind.RULE, table, subject);
            case ADD_FOREIGN_KEY -> Effect.created(Effect.Kind.FOREIGN_KEY, table, subject);
            case ADD_CONSTRAINT -> Effect.created(Effect.Kind.RULE, table, subject);
            case DROP_FOREIGN_KEY -> Effect.dropped(Effect.Kind.FOREIGN_KEY, table, subject);
            case DROP_CONSTRAINT -> Effect.dropped(Effect.Kind.RULE, table, subject);
            case ALTER_COLUMN ->
                retyping == null ? Effect.NONE : Effect.retyped(table, subject, retyping.before(), retyping.after());
            case VALIDATE_CONSTRAINT -> Effect.NONE;
        };
    }
}

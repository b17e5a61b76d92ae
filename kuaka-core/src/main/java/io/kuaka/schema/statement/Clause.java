package io.kuaka.schema.statement;

import io.kuaka.schema.table.TableName;

/**
 * A clause of {@code alter table}, as one database spells it.
 *
 * @param subject the column or constraint that it changes, named as the database stores it; empty for a primary key
 *     where the database gives it no name
 */
public record Clause(Kind kind, String subject, String sql) {
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
            case ADD_FOREIGN_KEY, ADD_CONSTRAINT -> Effect.created(Effect.Kind.RULE, table, subject);
            case DROP_FOREIGN_KEY, DROP_CONSTRAINT -> Effect.dropped(Effect.Kind.RULE, table, subject);
            case ALTER_COLUMN, VALIDATE_CONSTRAINT -> Effect.NONE;
        };
    }
}

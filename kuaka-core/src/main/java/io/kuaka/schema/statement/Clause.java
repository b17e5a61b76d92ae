package io.kuaka.schema.statement;

/**
 * A clause of {@code alter table}, as one database spells it.
 *
 * @param subject the column or constraint that it changes, as the database keeps its name; empty for a primary key
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
}

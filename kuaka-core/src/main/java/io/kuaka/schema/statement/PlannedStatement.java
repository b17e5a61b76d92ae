package io.kuaka.schema.statement;

/**
 * A statement and the operation that it belongs to.
 *
 * @param operation the operation's index in its migration, from 0; the last one if several share a statement;
 *      {@link #NO_OPERATION} for what belongs to the whole migration
 */
public record PlannedStatement(int operation, Statement statement) {
    /** Stands for no operation. */
    public static final int NO_OPERATION = -1;

    /** Returns a statement that belongs to no operation. */
    public static PlannedStatement ofNone(Statement statement) {
        return new PlannedStatement(NO_OPERATION, statement);
    }
}

package io.kuaka.schema;

/**
 * A statement and the operation that it belongs to.
 *
 * @param operation the operation's place in its migration, from 0; the last one where several share a statement
 */
public record PlannedStatement(int operation, Statement statement) {}

package io.kuaka.schema.statement;

import java.util.List;

/**
 * Where statements go: to a database or into a text. The statements are the same.
 *
 * <p>They are passed on in order, as many at a time as are known, so a database needs few round trips.
 */
public interface SqlSink {
    /**
     * Takes the next statements.
     *
     * @throws SqlFailedException if the database refuses one
     */
    void accept(List<PlannedStatement> statements);
}

package io.kuaka.schema.statement;

import java.util.List;

/**
 * Where statements go: to a database or into a text. The statements are the same.
 *
 * <p>They are handed over in order, and as many at a time as are known, so that a database can get them in few round
 * trips.
 */
public interface SqlSink {
    /**
     * Takes the next statements.
     *
     * @throws SqlFailedException when the database refuses one
     */
    void accept(List<PlannedStatement> statements);
}

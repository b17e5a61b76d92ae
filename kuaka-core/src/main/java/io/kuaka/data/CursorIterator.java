package io.kuaka.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Iterates over the rows of one query, reading one row ahead, and closes it at the end. */
final class CursorIterator implements Iterator<Row> {
    private final ResultSet result;
    private final Session.RowReader<Row> reader;
    private final RowCounter counter;
    private @Nullable Row ahead;

    CursorIterator(ResultSet result, Session.RowReader<Row> reader, RowCounter counter) {
        this.result = result;
        this.reader = reader;
        this.counter = counter;
        this.ahead = read();
    }

    private @Nullable Row read() {
        try {
            if (result.next()) {
                return reader.read(result);
            }
            result.close();
            return null;
        } catch (SQLException e) {
            throw new QueryFailedException("(reading rows)", e);
        }
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public Row next() {
        Row row = ahead;
        if (row == null) {
            throw new NoSuchElementException();
        }
        ahead = read();
        counter.done(null);
        return row;
    }
}

package io.kuaka.data;

import io.kuaka.schema.grammar.Select;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The two ways to go over the rows of a query without holding them all. */
final class RowIterators {
    private RowIterators() {}

    /** Iterates over rows by their primary key, a chunk at a time. */
    static final class ByKey implements Iterator<Row> {
        private final Query query;
        private final int chunkSize;
        private final RowCounter counter;
        private List<Row> chunk = List.of();
        private int next;
        private @Nullable Row last;
        private boolean isAtEnd;
        private boolean isCounted = true;

        ByKey(Query query, int chunkSize, RowCounter counter) {
            this.query = query;
            this.chunkSize = chunkSize;
            this.counter = counter;
        }

        @Override
        public boolean hasNext() {
            countLast();
            if (next == chunk.size() && !isAtEnd) {
                chunk = query.chunkAfter(last, chunkSize, Select.Kind.PLAIN);
                next = 0;
                isAtEnd = chunk.size() < chunkSize;
            }
            return next < chunk.size();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            last = chunk.get(next++);
            isCounted = false;
            return last;
        }

        /** A row is done when the next one is asked for. */
        private void countLast() {
            if (!isCounted) {
                isCounted = true;
                counter.done(last);
            }
        }
    }

    /** Iterates over the rows of one query, reading one row ahead, and closes it at the end. */
    static final class ByCursor implements Iterator<Row> {
        private final ResultSet result;
        private final Session.RowReader<Row> reader;
        private final RowCounter counter;
        private @Nullable Row ahead;

        ByCursor(ResultSet result, Session.RowReader<Row> reader, RowCounter counter) {
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
}

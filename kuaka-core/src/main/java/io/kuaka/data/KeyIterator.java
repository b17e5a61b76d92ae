package io.kuaka.data;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Iterates over rows by their primary key, a chunk at a time. */
final class KeyIterator implements Iterator<Row> {
    private final Query query;
    private final int chunkSize;
    private final RowCounter counter;
    private List<Row> chunk = List.of();
    private int next;
    private @Nullable Row last;
    private boolean isAtEnd;
    private boolean isCounted = true;

    KeyIterator(Query query, int chunkSize, RowCounter counter) {
        this.query = query;
        this.chunkSize = chunkSize;
        this.counter = counter;
    }

    @Override
    public boolean hasNext() {
        countLast();
        if (next == chunk.size() && !isAtEnd) {
            chunk = query.chunkAfter(last, chunkSize);
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

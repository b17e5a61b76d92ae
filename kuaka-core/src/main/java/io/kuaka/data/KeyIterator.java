package io.kuaka.data;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Iterates over rows by their primary key, a chunk at a time. */
final class KeyIterator implements Iterator<Row> {
    private final Query query;
    private final int chunkSize;
    private List<Row> chunk = List.of();
    private int next;
    private @Nullable Row last;
    private boolean isAtEnd;

    KeyIterator(Query query, int chunkSize) {
        this.query = query;
        this.chunkSize = chunkSize;
    }

    @Override
    public boolean hasNext() {
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
        return last;
    }
}

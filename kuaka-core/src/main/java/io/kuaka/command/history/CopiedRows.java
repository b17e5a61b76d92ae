package io.kuaka.command.history;

import io.kuaka.migration.MigrationKey;
import io.kuaka.recorder.HistoryRow;
import java.sql.Timestamp;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Rows of a history that came from another database after this one had migrated itself, by replication or with a copy of the
 * table.
 *
 * <p>A history all of which is another database's came with its tables, as with a restored backup or a new server.
 */
public record CopiedRows(SortedMap<MigrationKey, HistoryRow> rows) {
    /** Returns whether rows may have been copied: some say on which database they were written. */
    public boolean arePossible() {
        return rows.values().stream().anyMatch(row -> !row.database().isEmpty());
    }

    /** Returns in words which rows were copied to the database {@code own}; empty if none were. */
    public String note(String own) {
        String copied = own.isEmpty()
                ? ""
                : rows.entrySet().stream()
                        .filter(each -> isOther(each.getValue(), own) && isLater(each.getValue(), own))
                        .map(Map.Entry::getKey)
                        .map(MigrationKey::toString)
                        .collect(Collectors.joining(", "));
        return copied.isEmpty()
                ? ""
                : "Another database wrote rows of the history after this one had migrated itself: " + copied
                        + ". They came by replication or with a copy of the table, and the tables that they tell of may be"
                        + " missing here. Find out with 'kuaka drift'.";
    }

    private static boolean isOther(HistoryRow row, String own) {
        return !row.database().isEmpty() && !row.database().equals(own);
    }

    private boolean isLater(HistoryRow row, String own) {
        return rows.values().stream()
                .filter(each -> each.database().equals(own))
                .anyMatch(each -> time(each).before(time(row)));
    }

    private static Timestamp time(HistoryRow row) {
        return Timestamp.valueOf(row.applied());
    }
}

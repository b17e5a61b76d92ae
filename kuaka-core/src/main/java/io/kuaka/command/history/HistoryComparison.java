package io.kuaka.command.history;

import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.MigrationKey;
import io.kuaka.recorder.HistoryRow;
import io.kuaka.recorder.OperationChecksum;
import io.kuaka.recorder.OperationForms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Compares what a database says that it has with the migrations of a project.
 *
 * <p>A row that a squash has taken the place of needs no migration, and neither does one of another project. Rows without a
 * checksum of today's format aren't compared.
 *
 * @param rows the history
 * @param ahead what the database got after all that the project has of its app, which is no mismatch
 */
public record HistoryComparison(
        SortedMap<MigrationKey, HistoryRow> rows, MigrationGraph graph, Set<MigrationKey> ahead) {
    /** Gives the operations that were applied, as far as the history has them; it is asked only if some were edited. */
    @FunctionalInterface
    public interface AppliedOperations<E extends Exception> {
        Map<MigrationKey, OperationForms> read() throws E;
    }

    /** Returns all that doesn't agree. */
    public <E extends Exception> List<Mismatch> mismatches(AppliedOperations<E> operations) throws E {
        List<Mismatch> mismatches = new ArrayList<>(edited(operations));
        Map<OperationChecksum, MigrationKey> pending = pendingByChecksum();
        for (MigrationKey key : orphans()) {
            Optional<MigrationKey> successor =
                    checksum(key).map(pending::get).filter(found -> found.app().equals(key.app()));
            if (successor.isPresent()) {
                mismatches.add(new Mismatch.Renamed(successor.get(), key));
            } else if (!ahead.contains(key)) {
                mismatches.add(new Mismatch.Deleted(key, row(key).applied()));
            }
        }
        return mismatches;
    }

    private <E extends Exception> List<Mismatch> edited(AppliedOperations<E> operations) throws E {
        List<MigrationKey> edited = rows.keySet().stream()
                .filter(graph::hasNode)
                .filter(key -> checksum(key)
                        .filter(checksum -> !checksum.isOf(graph.node(key)))
                        .isPresent())
                .toList();
        Map<MigrationKey, OperationForms> then = edited.isEmpty() ? Map.of() : operations.read();
        List<Mismatch> mismatches = new ArrayList<>();
        for (MigrationKey key : edited) {
            List<String> details = Optional.ofNullable(then.get(key))
                    .map(old -> old.differencesTo(OperationForms.of(graph.node(key))))
                    .orElse(List.of());
            mismatches.add(new Mismatch.Edited(key, row(key).applied(), details));
        }
        return mismatches;
    }

    /** Returns what was run of the project's apps, isn't there any more, and wasn't replaced. */
    private List<MigrationKey> orphans() {
        Set<MigrationKey> replaced = new HashSet<>();
        rows.values().forEach(row -> replaced.addAll(row.replaced()));
        graph.allNodes().forEach(node -> replaced.addAll(node.replaces()));
        return rows.keySet().stream()
                .filter(key -> !graph.hasNode(key) && graph.apps().contains(key.app()))
                .filter(key -> !replaced.contains(key) && checksum(key).isPresent())
                .toList();
    }

    private Map<OperationChecksum, MigrationKey> pendingByChecksum() {
        Map<OperationChecksum, MigrationKey> pending = new HashMap<>();
        if (!orphans().isEmpty()) {
            graph.allNodes().stream()
                    .filter(node -> !graph.isApplied(node.key())
                            && !node.operations().get().isEmpty())
                    .forEach(node -> pending.put(OperationChecksum.of(node), node.key()));
        }
        return pending;
    }

    private HistoryRow row(MigrationKey key) {
        return Objects.requireNonNull(rows.get(key));
    }

    private Optional<OperationChecksum> checksum(MigrationKey key) {
        return row(key).checksum();
    }
}

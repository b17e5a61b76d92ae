package io.kuaka.schema;

import io.kuaka.schema.diff.TableChange;
import io.kuaka.schema.diff.TableDiff;
import io.kuaka.schema.table.Table;
import io.kuaka.state.Index;
import io.kuaka.state.IndexPart;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A unique index that becomes a unique constraint over the same columns, or the reverse. Foreign keys of tables that no
 * migration knows may need it all the time.
 *
 * @param isIndexFirst whether the index becomes the constraint
 */
public record KeySwap(UniqueConstraint unique, Index index, boolean isIndexFirst) {
    /** Returns those of a change. */
    static List<KeySwap> in(TableDiff diff) {
        List<KeySwap> swaps = new ArrayList<>();
        pairs(diff.uniques().added(), diff.indexes().dropped(), true).forEach(swaps::add);
        pairs(diff.uniques().dropped(), diff.indexes().added(), false).forEach(swaps::add);
        return swaps;
    }

    private static Stream<KeySwap> pairs(List<UniqueConstraint> uniques, List<Index> indexes, boolean isIndexFirst) {
        return uniques.stream().flatMap(unique -> indexes.stream()
                .filter(index -> isSame(index, unique))
                .limit(1)
                .map(index -> new KeySwap(unique, index, isIndexFirst)));
    }

    /** Returns whether a change may be the first or the second half of a swap: it is about such rules alone. */
    static boolean isPossible(TableChange change) {
        return plain(change.before()).equals(plain(change.after()))
                && change.renamedColumns().isEmpty();
    }

    private static Table plain(Table table) {
        return table.withUniques(List.of()).withIndexes(List.of());
    }

    /** Returns whether a change drops a key. */
    static boolean begins(TableChange change) {
        return isPossible(change)
                && (!change.after().uniques().containsAll(change.before().uniques())
                        || change.before().indexes().stream()
                                .filter(KeySwap::isKey)
                                .anyMatch(index -> !change.after().indexes().contains(index)));
    }

    /** Who drops something and creates it again wants it as it is then, whatever the table has now. */
    static boolean undoes(TableChange first, TableChange next) {
        return next.after().uniques().stream()
                        .filter(unique -> !next.before().uniques().contains(unique))
                        .anyMatch(unique -> first.before().uniques().stream()
                                .anyMatch(old -> old.name().equals(unique.name())
                                        || old.fieldNames().equals(unique.fieldNames())))
                || next.after().indexes().stream()
                        .filter(index -> !next.before().indexes().contains(index))
                        .anyMatch(index -> first.before().indexes().stream()
                                .anyMatch(old -> old.name().equals(index.name())
                                        || old.parts().equals(index.parts())));
    }

    private static boolean isKey(Index index) {
        return index.isUnique()
                && index.condition() == null
                && index.method() == null
                && index.parts().stream().allMatch(KeySwap::isColumn);
    }

    private static boolean isColumn(IndexPart part) {
        return part.field().isPresent() && !part.descending() && part.operatorClass() == null;
    }

    private static boolean isSame(Index index, UniqueConstraint unique) {
        return isKey(index)
                && unique.condition() == null
                && Objects.equals(index.include(), unique.include())
                && index.isNullsNotDistinct() == unique.isNullsNotDistinct()
                && index.parts().stream()
                        .flatMap(part -> part.field().stream())
                        .toList()
                        .equals(unique.fieldNames());
    }
}

package io.kuaka.dialect.mysql;

import io.kuaka.expression.FieldRef;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Table;
import io.kuaka.state.Index;
import io.kuaka.state.IndexPart;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The indexes that the server creates by itself: one for each foreign key, unless another index begins with its
 * columns. It has the key's name (the manual on foreign keys). Of several keys of the same columns, the last one has it.
 */
final class ForeignKeyIndexes {
    private final ServerFlavor flavor;

    ForeignKeyIndexes(ServerFlavor flavor) {
        this.flavor = flavor;
    }

    /** Returns a table with these indexes. */
    Table addTo(Table table) {
        List<Index> indexes = new ArrayList<>(table.indexes());
        Map<List<String>, Index> created = new HashMap<>();
        for (ForeignKey key : table.foreignKeys()) {
            Table present = table.withIndexes(indexes);
            Index former = created.get(key.columns());
            if (former != null) {
                indexes.remove(former);
            }
            if (former != null || usable(present).noneMatch(columns -> begins(columns, key.columns()))) {
                Index index = index(key);
                indexes.add(index);
                created.put(key.columns(), index);
            }
        }
        return table.withIndexes(indexes);
    }

    private static Index index(ForeignKey key) {
        List<IndexPart> parts = key.columns().stream()
                .map(column -> IndexPart.of(new FieldRef(column)))
                .toList();
        return new Index(key.name(), parts, false, null, null, List.of(), false);
    }

    /** Returns the columns of each index that can serve a foreign key. */
    private Stream<List<String>> usable(Table table) {
        Stream<List<String>> indexes = table.indexes().stream().map(this::usable);
        Stream<List<String>> uniques = table.uniques().stream().map(UniqueConstraint::fieldNames);
        return Stream.concat(Stream.of(table.primaryKey()), Stream.concat(uniques, indexes));
    }

    private List<String> usable(Index index) {
        List<IndexPart> parts = flavor.descendingPartsServeForeignKeys()
                ? index.parts()
                : index.parts().stream().takeWhile(part -> !part.descending()).toList();
        return index.leadingFields().stream().limit(parts.size()).toList();
    }

    private static boolean begins(List<String> columns, List<String> wanted) {
        return columns.size() >= wanted.size()
                && columns.subList(0, wanted.size()).equals(wanted);
    }
}

package io.kuaka.hibernate.entity;

import io.kuaka.hibernate.draft.Columns;
import io.kuaka.hibernate.draft.Draft;
import io.kuaka.hibernate.draft.Drafts;
import io.kuaka.hibernate.draft.FieldDraft;
import io.kuaka.hibernate.draft.FieldNames;
import io.kuaka.state.fact.ListPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Table;

/** Finds the fields that hold positions in lists ({@code @OrderColumn}), in tables of their own and in those of the elements. */
public final class ListPositionReader {
    private ListPositionReader() {}

    /** Returns the lists that each field holds positions in, as in {@code catalog.Book.authors.index}. */
    public static Map<String, List<ListPosition>> of(MetadataImplementor metadata, Drafts drafts) {
        Map<String, List<ListPosition>> positions = new TreeMap<>();
        for (Collection collection : metadata.getCollectionBindings()) {
            if (collection instanceof org.hibernate.mapping.List list && list.getIndex() != null) {
                Table table = list.getCollectionTable();
                drafts.find(table).ifPresent(draft -> add(positions, draft, list));
            }
        }
        return positions;
    }

    /** Adds to fields where their lists begin, unless it is at 0. */
    public static void addMeanings(Drafts drafts, Map<String, List<ListPosition>> positions) {
        for (Draft draft : drafts.all()) {
            draft.fields().stream().map(FieldDraft::name).toList().forEach(name -> ListPosition.meaning(
                            positions.getOrDefault(draft.key() + "." + name, List.of()))
                    .ifPresent(meaning -> draft.mean(name, meaning)));
        }
    }

    private static void add(Map<String, List<ListPosition>> positions, Draft draft, org.hibernate.mapping.List list) {
        List<String> index = Columns.canonical(Columns.of(list.getIndex()));
        List<String> key = Columns.canonical(Columns.of(list.getKey()));
        ListPosition position = new ListPosition(
                fieldOf(draft, key).map(List::of).orElseGet(() -> FieldNames.covering(draft, key)),
                list.getBaseIndex());
        fieldOf(draft, index)
                .map(field -> positions.computeIfAbsent(draft.key() + "." + field, each -> new ArrayList<>()))
                .filter(lists -> !lists.contains(position))
                .ifPresent(lists -> lists.add(position));
    }

    /** Returns the field that has just these columns. */
    private static Optional<String> fieldOf(Draft draft, List<String> columns) {
        return draft.fields().stream()
                .filter(field -> field.columnNames().equals(columns))
                .map(field -> field.name())
                .findFirst();
    }
}

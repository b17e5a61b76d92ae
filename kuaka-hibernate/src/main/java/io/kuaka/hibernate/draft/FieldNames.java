package io.kuaka.hibernate.draft;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.mapping.Column;

/** Finds the fields behind columns. */
public final class FieldNames {
    private FieldNames() {}

    /**
     * Returns the names of the fields of the given columns, in order. A column that isn't a field's only one, such as
     * one of several of a reference, keeps its own name.
     */
    public static List<String> of(Draft draft, List<Column> columns) {
        List<String> canonical = Columns.canonical(columns);
        List<String> names = new ArrayList<>();
        int next = 0;
        while (next < columns.size()) {
            FieldDraft field = longest(draft, canonical.subList(next, canonical.size()));
            names.add(field == null ? Identifiers.of(columns.get(next)) : field.name());
            next += field == null ? 1 : field.columns().size();
        }
        return names;
    }

    /** Returns the names of fields whose columns together are the given ones; empty if there are none. */
    public static List<String> covering(Draft draft, List<String> columns) {
        List<String> names = new ArrayList<>();
        List<String> open = new ArrayList<>(columns);
        while (!open.isEmpty()) {
            FieldDraft field = draft.fields().stream()
                    .filter(each -> each.columnNames().contains(open.get(0)))
                    .filter(each -> open.containsAll(each.columnNames()))
                    .findFirst()
                    .orElse(null);
            if (field == null) {
                return List.of();
            }
            names.add(field.name());
            open.removeAll(field.columnNames());
        }
        return names;
    }

    private static @org.jspecify.annotations.Nullable FieldDraft longest(Draft draft, List<String> columns) {
        FieldDraft best = null;
        for (FieldDraft field : draft.fields()) {
            List<String> own = field.columnNames();
            boolean begins = own.size() <= columns.size()
                    && columns.subList(0, own.size()).equals(own);
            if (begins && (best == null || own.size() > best.columns().size())) {
                best = field;
            }
        }
        return best;
    }
}

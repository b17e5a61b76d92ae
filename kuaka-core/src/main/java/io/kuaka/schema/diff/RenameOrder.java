package io.kuaka.schema.diff;

import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.table.Rename;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds which columns of a changing table are really renamed, and the order in which they can be. */
final class RenameOrder {
    private RenameOrder() {}

    /**
     * Returns the renames of a change that the database has to make.
     *
     * <p>Fields may share columns. A column that one field keeps while another leaves it isn't renamed, nor is one that
     * would take the name of an existing column; then a column is dropped or added.
     */
    static Map<String, String> of(TableChange change) {
        Map<String, String> renames = new LinkedHashMap<>();
        change.renamedColumns().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> renames.put(entry.getKey(), entry.getValue()));
        Map<String, String> real = new LinkedHashMap<>(renames);
        real.entrySet().removeIf(entry -> {
            String from = entry.getKey();
            String to = entry.getValue();
            boolean stays = change.after().column(from).isPresent() && !renames.containsValue(from);
            boolean isTaken = change.before().column(to).isPresent() && !renames.containsKey(to);
            return stays || isTaken || change.before().column(from).isEmpty();
        });
        return real;
    }

    /**
     * Returns renames one by one: if names are exchanged, one column gets a temporary name. Nothing has to be done if
     * both names are the same to the database.
     */
    static List<Rename> inOrder(SqlGrammar grammar, Map<String, String> renames) {
        List<Rename> open = new ArrayList<>();
        renames.forEach((from, to) -> {
            if (!grammar.shownName(from).equals(grammar.shownName(to))) {
                open.add(new Rename(from, to));
            }
        });
        List<Rename> ordered = new ArrayList<>();
        while (!open.isEmpty()) {
            Rename next = open.stream()
                    .filter(rename -> open.stream().noneMatch(other -> isTaken(rename, other)))
                    .findFirst()
                    .orElseGet(() -> open.get(0));
            open.remove(next);
            if (open.stream().anyMatch(other -> isTaken(next, other))) {
                String between = "kuaka__" + next.from().replace("`", "");
                ordered.add(new Rename(next.from(), between));
                open.add(new Rename(between, next.to()));
            } else {
                ordered.add(next);
            }
        }
        return ordered;
    }

    private static boolean isTaken(Rename rename, Rename other) {
        return !rename.equals(other) && mayBeSame(other.from(), rename.to());
    }

    /** Returns whether two names are the same to databases that ignore case. If in doubt, one waits for the other. */
    static boolean mayBeSame(String name, String other) {
        return name.replace("`", "").equalsIgnoreCase(other.replace("`", ""));
    }
}

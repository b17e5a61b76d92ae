package io.kuaka.schema;

import io.kuaka.schema.diff.TableChange;
import io.kuaka.schema.diff.TableDiff;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.table.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The changes of tables that an editor holds back, one for each table. */
public final class HeldChanges {
    private final SqlGrammar grammar;
    private final List<HeldChange> held = new ArrayList<>();
    private final SortedMap<Integer, List<TableChange>> parts = new TreeMap<>();

    HeldChanges(SqlGrammar grammar) {
        this.grammar = grammar;
    }

    /** Returns what is held, in the order in which the tables were first changed. */
    public List<HeldChange> all() {
        return List.copyOf(held);
    }

    /** Returns whether a change continues one that is held, and can be made together with it. */
    public boolean joins(TableChange next) {
        return held.stream().anyMatch(old -> old.joins(next));
    }

    /**
     * Returns whether a change can be held, too. It can't if it changes a held table but has to be made separately, if
     * it takes the former name of another table, if its raw SQL may read what the held changes write, or if theirs may read
     * what it changes.
     */
    public boolean accepts(TableChange next) {
        return (held.isEmpty() || !next.fillsByRawSql())
                && held.stream().allMatch(old -> !isTable(old, next) || old.joins(next))
                && held.stream().noneMatch(old -> takesName(old, next))
                && held.stream()
                        .noneMatch(old ->
                                !isTable(old, next) && reads(old, next.before().name()));
    }

    /** Returns whether a held change may read the rows of a table, which it doesn't change. */
    public boolean mayRead(TableName table) {
        return held.stream().anyMatch(old -> reads(old, table));
    }

    /** Returns whether a held change takes its name from a table, so that a sequence may have it then. */
    boolean frees(String name) {
        return held.stream()
                .map(HeldChange::change)
                .filter(change -> !isSame(change.before().name(), change.after().name()))
                .anyMatch(change -> isSame(change.before().name().name(), name));
    }

    private static boolean reads(HeldChange old, TableName table) {
        return old.change().mayRead(table);
    }

    private boolean isTable(HeldChange old, TableChange next) {
        return isSame(old.change().after().name(), next.before().name());
    }

    private boolean takesName(HeldChange old, TableChange next) {
        TableName name = next.after().name();
        return !isSame(next.before().name(), name)
                && (isSame(old.change().before().name(), name)
                        || isSame(old.change().after().name(), name));
    }

    private boolean isSame(TableName name, TableName other) {
        return isSame(name.name(), other.name());
    }

    private boolean isSame(String name, String other) {
        return grammar.catalogName(name).equals(grammar.catalogName(other));
    }

    /** Holds a change, joined with the one of its table. */
    void hold(HeldChange next) {
        parts.computeIfAbsent(next.operation(), operation -> new ArrayList<>()).add(next.change());
        for (int i = 0; i < held.size(); i++) {
            if (held.get(i).joins(next.change())) {
                held.set(i, held.get(i).then(next));
                return;
            }
        }
        held.add(next);
    }

    /** Returns the held changes in the order of their operations, and releases them. */
    List<HeldChange> release() {
        List<HeldChange> released = new ArrayList<>(held);
        held.clear();
        released.sort(Comparator.comparingInt(HeldChange::operation));
        return released;
    }

    /**
     * Returns the operations whose changes were held at some time and affect the database.
     *
     * @param except operations that nobody asks about
     */
    Set<Integer> operations(Set<Integer> except) {
        Set<Integer> operations = new TreeSet<>();
        parts.forEach((operation, changes) -> {
            if (!except.contains(operation)
                    && !TableDiff.of(grammar, changes).stream().allMatch(TableDiff::isEmpty)) {
                operations.add(operation);
            }
        });
        return operations;
    }
}

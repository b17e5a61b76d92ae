package io.kuaka.hibernate.draft;

import io.kuaka.state.ModelKey;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hibernate.mapping.Table;

/** The unfinished models, by table and by key. */
public final class Drafts {
    private final Problems problems;
    private final IdentityHashMap<Table, Draft> byTable = new IdentityHashMap<>();
    private final Map<ModelKey, Draft> byKey = new LinkedHashMap<>();

    public Drafts(Problems problems) {
        this.problems = problems;
    }

    /**
     * Starts a model. A collection may have the table of an entity, or of another collection with the same columns: it adds
     * to the model of that one what is missing there. Any other table, and any name, that is taken is a problem.
     */
    public void add(Draft draft) {
        Draft sameTable = byTable.putIfAbsent(draft.table(), draft);
        if (sameTable != null) {
            if (!draft.origin().fits(sameTable.origin())) {
                problems.add(
                        draft.where(),
                        "its table \"" + draft.table().getName() + "\" is also the table of "
                                + uncapitalized(sameTable.where())
                                + ". Give each a table of its own with @Table(name = …), @JoinTable(name = …), or"
                                + " @AuditJoinTable(name = …) of Envers, or put @Unmanaged (kuaka-annotations) on an entity"
                                + " that adds nothing to the table.");
            }
            return;
        }
        Draft sameKey = byKey.putIfAbsent(draft.key(), draft);
        if (sameKey != null) {
            problems.add(
                    draft.where(),
                    "its name \"" + draft.key() + "\" is already used by " + uncapitalized(sameKey.where())
                            + ". Rename one of them, for example with @Entity(name = …).");
        }
    }

    public Optional<Draft> find(Table table) {
        return Optional.ofNullable(byTable.get(table));
    }

    /** Returns the model that a mapping gives its fields; none where another one of the same table does. */
    public Optional<Draft> find(Table table, Object mapping) {
        return find(table).filter(draft -> draft.isOf(mapping));
    }

    public Collection<Draft> all() {
        return byKey.values();
    }

    private static String uncapitalized(String where) {
        return Character.toLowerCase(where.charAt(0)) + where.substring(1);
    }
}

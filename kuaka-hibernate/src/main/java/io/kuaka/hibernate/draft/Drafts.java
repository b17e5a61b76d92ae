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

    /** Starts a model; reports a problem if its table or its name is taken. */
    public void add(Draft draft) {
        Draft sameTable = byTable.putIfAbsent(draft.table(), draft);
        if (sameTable != null) {
            problems.add(
                    draft.where(),
                    "its table \"" + draft.table().getName() + "\" is also the table of "
                            + uncapitalized(sameTable.where())
                            + ". Give each a table of its own, for example with @JoinTable(name = …) or @Table(name"
                            + " = …).");
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

    public Collection<Draft> all() {
        return byKey.values();
    }

    private static String uncapitalized(String where) {
        return Character.toLowerCase(where.charAt(0)) + where.substring(1);
    }
}

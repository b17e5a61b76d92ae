package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says which models and sequences have a given name: their own, or that of their table, an index or a constraint. */
record TakenNames(Map<String, Set<ModelKey>> tables, Map<String, Set<ModelKey>> members) {
    static TakenNames of(ProjectState state) {
        Map<String, Set<ModelKey>> tables = new HashMap<>();
        Map<String, Set<ModelKey>> members = new HashMap<>();
        state.models().forEach((key, model) -> {
            tables.computeIfAbsent(name(model.schema(), model.table()), name -> new TreeSet<>())
                    .add(key);
            Stream.of(MemberKind.values())
                    .flatMap(kind -> kind.names(model).stream())
                    .forEach(name -> members.computeIfAbsent(name, each -> new TreeSet<>())
                            .add(key));
        });
        state.sequences().forEach((key, sequence) -> tables.computeIfAbsent(
                        name(sequence.schema(), sequence.name()), name -> new TreeSet<>())
                .add(key));
        return new TakenNames(tables, members);
    }

    /** Returns the models and sequences of that name: tables and sequences of a schema can't share one. */
    List<ModelKey> tables(@Nullable String schema, String table) {
        return List.copyOf(tables.getOrDefault(name(schema, table), Set.of()));
    }

    /** Returns the models with an index or a constraint of that name. */
    List<ModelKey> members(String name) {
        return List.copyOf(members.getOrDefault(name, Set.of()));
    }

    private static String name(@Nullable String schema, String name) {
        return Lineage.folded(schema + "." + name);
    }
}

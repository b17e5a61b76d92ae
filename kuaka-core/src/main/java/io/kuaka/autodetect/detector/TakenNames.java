package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Says which models have a table, an index or a constraint of a given name. */
record TakenNames(Map<String, Set<ModelKey>> tables, Map<String, Set<ModelKey>> members) {
    static TakenNames of(ProjectState state) {
        Map<String, Set<ModelKey>> tables = new HashMap<>();
        Map<String, Set<ModelKey>> members = new HashMap<>();
        state.models().forEach((key, model) -> {
            tables.computeIfAbsent(tableName(model), name -> new TreeSet<>()).add(key);
            Stream.of(MemberKind.values())
                    .flatMap(kind -> kind.names(model).stream())
                    .forEach(name -> members.computeIfAbsent(name, each -> new TreeSet<>())
                            .add(key));
        });
        return new TakenNames(tables, members);
    }

    /** Returns the models in the table of {@code model}. */
    List<ModelKey> tables(ModelState model) {
        return List.copyOf(tables.getOrDefault(tableName(model), Set.of()));
    }

    /** Returns the models with an index or a constraint of that name. */
    List<ModelKey> members(String name) {
        return List.copyOf(members.getOrDefault(name, Set.of()));
    }

    private static String tableName(ModelState model) {
        return (model.schema() + "." + model.table()).toLowerCase(Locale.ROOT);
    }
}

package io.kuaka.entity;

import io.kuaka.state.ModelState;
import io.kuaka.state.Names;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The unique constraints of a model that only name columns. */
record PlainUniques(ModelState model) {
    /** Returns the one over some columns, in any order. */
    Optional<UniqueConstraint> over(List<String> columns) {
        List<UniqueConstraint> all = new ArrayList<>();
        model.constraints().values().forEach(constraint -> constraint.match(all::add, check -> {}, exclusion -> {}));
        return all.stream()
                .filter(TableRules::isPlain)
                .filter(unique -> new HashSet<>(columns(unique)).equals(new HashSet<>(columns)))
                .findFirst();
    }

    /** Returns whether a constraint has the name that it gets where none is given. */
    boolean hasUsualName(UniqueConstraint unique) {
        return unique.name().equals(Names.unique(model.table(), columns(unique)));
    }

    private List<String> columns(UniqueConstraint unique) {
        return unique.fieldNames().stream()
                .map(name -> model.fields().containsKey(name)
                        ? model.field(name).columns().get(0)
                        : name)
                .toList();
    }
}

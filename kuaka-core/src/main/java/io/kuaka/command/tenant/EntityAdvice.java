package io.kuaka.command.tenant;

import io.kuaka.state.Constraint;
import io.kuaka.state.Field;
import io.kuaka.state.Index;
import io.kuaka.state.IndexPart;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How entities say what the migrations of an adoption have changed, in the words of JPA. */
record EntityAdvice(ProjectState before, ProjectState after, AdoptTenant.Options options) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (ModelKey key : options.models()) {
            lines.add(key + ":");
            ModelState was = before.model(key);
            ModelState now = after.model(key);
            Stream.of(attributes(now), changedFields(was, now), indexes(was, now), constraints(was, now))
                    .flatMap(List::stream)
                    .forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    private List<String> attributes(ModelState now) {
        String column = now.field(options.field()).columns().get(0);
        String type = options.tenant().name();
        if (options.idField() == null) {
            return List.of("@ManyToOne(optional = false) @JoinColumn(name = \"" + column + "\") " + type + " "
                    + options.field() + ";");
        }
        return List.of(
                "@TenantId @Column(name = \"" + column + "\", nullable = false) ... " + options.idField() + ";",
                "@ManyToOne(optional = false) @JoinColumn(name = \"" + column
                        + "\", insertable = false, updatable = false) " + type + " " + options.field() + ";");
    }

    private static List<String> changedFields(ModelState was, ModelState now) {
        return was.fields().values().stream()
                .filter(field -> field.isUnique() && !now.field(field.name()).isUnique())
                .map(field -> "without unique = true: " + field.name())
                .toList();
    }

    private static List<String> indexes(ModelState was, ModelState now) {
        return now.indexes().values().stream()
                .filter(index -> !index.equals(was.indexes().get(index.name())))
                .map(index -> "@Index(name = \"" + index.name() + "\", columnList = \"" + columns(now, index) + "\""
                        + (index.isUnique() ? ", unique = true" : "") + ")")
                .toList();
    }

    private static String columns(ModelState model, Index index) {
        return index.parts().stream().map(part -> column(model, part)).collect(Collectors.joining(", "));
    }

    private static String column(ModelState model, IndexPart part) {
        String columns = part.field()
                .map(name -> String.join(", ", model.field(name).columns()))
                .orElse("...");
        return columns + (part.descending() ? " DESC" : "");
    }

    private static List<String> constraints(ModelState was, ModelState now) {
        List<String> lines = new ArrayList<>();
        for (Constraint constraint : now.constraints().values()) {
            if (constraint instanceof UniqueConstraint unique
                    && !unique.equals(was.constraints().get(unique.name()))) {
                String columns = unique.fieldNames().stream()
                        .map(now::field)
                        .map(Field::columns)
                        .flatMap(List::stream)
                        .map(column -> "\"" + column + "\"")
                        .collect(Collectors.joining(", "));
                lines.add("@UniqueConstraint(name = \"" + unique.name() + "\", columnNames = {" + columns + "})");
            }
        }
        return lines;
    }
}

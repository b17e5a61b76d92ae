package io.kuaka.it.hibernate;

import com.example.bookshop.Bookshop;
import io.kuaka.base.MigrationException;
import io.kuaka.hibernate.ApplicationModels;
import io.kuaka.hibernate.discovery.TableOwnership;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.CreateSequence;
import io.kuaka.source.Imports;
import io.kuaka.source.JavaSource;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads the bookshop and all groups of mappings with the Hibernate of its own JVM.
 *
 * <p>It gives texts, because its other types aren't those of the caller.
 */
public final class LineReading implements Supplier<Map<String, List<String>>> {
    /** Returns the parts of each state in their source form, by the name of the group; or why it can't be read. */
    @Override
    public Map<String, List<String>> get() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        states().forEach((group, state) -> texts.put(group, parts(state)));
        return texts;
    }

    /** Returns what reads each state, by the name of its group. */
    static Map<String, Supplier<ProjectState>> states() {
        Map<String, Supplier<ProjectState>> states = new LinkedHashMap<>();
        states.put("BOOKSHOP", LineReading::bookshop);
        for (MappingGroup group : MappingGroup.values()) {
            states.put(group.name(), group::state);
        }
        return states;
    }

    private static ProjectState bookshop() {
        try {
            Path classes = Path.of(Bookshop.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Map<String, String> apps = Map.of(
                    "catalog", "com.example.bookshop.catalog",
                    "events", "com.example.bookshop.events",
                    "orders", "com.example.bookshop.orders",
                    "users", "com.example.bookshop.users");
            return ApplicationModels.of(LineReading.class.getClassLoader(), List.of(classes), null)
                    .reader(apps, TableOwnership.none(), Map.of())
                    .read();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> parts(Supplier<ProjectState> reading) {
        List<String> parts = new ArrayList<>();
        try {
            ProjectState state = reading.get();
            state.sequences().forEach((key, sequence) -> parts.add(text(new CreateSequence(sequence).toSource())));
            state.models().forEach((key, model) -> add(parts, key, model));
            return parts;
        } catch (MigrationException e) {
            return List.of(TestedLine.UNREADABLE + e.getMessage());
        }
    }

    private static void add(List<String> parts, ModelKey key, ModelState model) {
        ModelState bare = model.withMembers(Map.of(), Map.of(), Map.of());
        parts.add(text(new CreateModel(bare).toSource()));
        List<String> primaryKey = model.fields().values().stream()
                .filter(Field::isPrimaryKey)
                .map(Field::name)
                .toList();
        parts.add(key.name() + ": primary key " + primaryKey);
        model.fields().values().forEach(field -> parts.add(key.name() + ": " + text(field.toSource())));
        model.indexes().values().forEach(index -> parts.add(key.name() + ": " + text(index.toSource())));
        model.constraints().values().forEach(each -> parts.add(key.name() + ": " + text(each.toSource())));
    }

    private static String text(JavaSource source) {
        return source.flat(new Imports());
    }
}

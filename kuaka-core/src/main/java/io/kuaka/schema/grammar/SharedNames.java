package io.kuaka.schema.grammar;

import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names that the parts of a schema have, where two parts of different tables can't have the same.
 *
 * <p>Hibernate's script fails at the second one, and so would a migration.
 */
public final class SharedNames {
    private record Named(NamedPart part, TableName owner, String name) {
        String words() {
            return part.of(owner.toString());
        }
    }

    /** What has to be different: the namespace, the schema and the name as the catalog has them. */
    private record Place(Set<NamedPart> namespace, @Nullable String schema, String name) {}

    private final SqlGrammar grammar;
    private final Set<Set<NamedPart>> namespaces;
    private final Map<Place, Named> first = new HashMap<>();
    private final Map<Place, Named> second = new LinkedHashMap<>();

    private SharedNames(SqlGrammar grammar, Set<Set<NamedPart>> namespaces, ProjectState state) {
        this.grammar = grammar;
        this.namespaces = namespaces;
        Map<TableName, Table> tables = new LinkedHashMap<>();
        state.models().keySet().stream()
                .map(key -> TableMapping.of(state, key))
                .forEach(table -> tables.putIfAbsent(table.name(), table));
        tables.values().forEach(table -> add(grammar.adapt(table)));
        state.sequences().values().forEach(this::add);
    }

    /**
     * Makes sure that a change gives no two parts one name.
     *
     * @param namespaces what shares a namespace
     * @throws SameNameException if it does; not if they have it already
     */
    public static void require(
            SqlGrammar grammar, Set<Set<NamedPart>> namespaces, ProjectState before, ProjectState after) {
        SharedNames now = new SharedNames(grammar, namespaces, after);
        if (now.second.isEmpty()) {
            return;
        }
        Set<Place> known = new HashSet<>(new SharedNames(grammar, namespaces, before).second.keySet());
        now.second.forEach((place, other) -> {
            Named one = now.first.get(place);
            if (one != null && !known.contains(place)) {
                throw new SameNameException(
                        other.name(), one.words(), other.words(), other.part().declaration());
            }
        });
    }

    private void add(Table table) {
        TableName name = table.name();
        add(NamedPart.TABLE, name, Stream.of(name.name()));
        if (!table.primaryKey().isEmpty()) {
            add(NamedPart.PRIMARY_KEY, name, Stream.ofNullable(grammar.primaryKeyName(name, table.primaryKeyName())));
        }
        add(NamedPart.UNIQUE, name, table.uniques().stream().map(each -> each.name()));
        add(NamedPart.EXCLUSION, name, table.exclusions().stream().map(each -> each.name()));
        add(NamedPart.CHECK, name, table.checks().stream().map(each -> each.name()));
        add(NamedPart.FOREIGN_KEY, name, table.foreignKeys().stream().map(each -> each.name()));
        add(NamedPart.INDEX, name, table.indexes().stream().map(each -> each.name()));
    }

    private void add(Sequence sequence) {
        TableName name = new TableName(sequence.schema(), sequence.name());
        add(NamedPart.SEQUENCE, name, Stream.of(sequence.name()));
    }

    private void add(NamedPart part, TableName owner, Stream<String> names) {
        List<Set<NamedPart>> shared =
                namespaces.stream().filter(each -> each.contains(part)).toList();
        names.forEach(name -> shared.forEach(namespace -> {
            String schema = owner.schema() == null ? null : grammar.catalogName(owner.schema());
            Place place = new Place(namespace, schema, grammar.catalogName(name));
            Named named = new Named(part, owner, name);
            if (first.putIfAbsent(place, named) != null) {
                second.putIfAbsent(place, named);
            }
        }));
    }
}

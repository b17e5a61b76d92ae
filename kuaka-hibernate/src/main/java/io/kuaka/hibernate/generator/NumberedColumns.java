package io.kuaka.hibernate.generator;

import io.kuaka.hibernate.draft.Columns;
import io.kuaka.hibernate.draft.Draft;
import io.kuaka.hibernate.draft.Drafts;
import io.kuaka.hibernate.draft.FieldDraft;
import io.kuaka.state.Field;
import io.kuaka.state.IdGenerator;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.id.enhanced.TableGenerator;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;

/** The columns whose numbers Hibernate takes from a sequence or a table, for the generators of their fields. */
final class NumberedColumns {
    private final Map<String, ModelKey> sequences = new HashMap<>();
    private final Set<String> ofNativeIds = new HashSet<>();
    private final Set<String> ofOtherIds = new HashSet<>();
    private final List<Use> uses = new ArrayList<>();

    /** A column of some tables, and where its numbers come from once all models are known. */
    private record Use(
            List<Table> tables, Column column, boolean isNative, Function<Drafts, Optional<IdGenerator>> generator) {}

    /** Notes that the numbers of an identifier, or of a part of it, come from a sequence. */
    void addSequence(List<Table> tables, Value identifier, String sequence) {
        ofOtherIds.add(sequence);
        add(tables, identifier, false, drafts -> source(sequence));
    }

    /** Notes that the numbers of an identifier come from a sequence where the database doesn't prefer identities. */
    void addNative(List<Table> tables, Value identifier, String sequence) {
        ofNativeIds.add(sequence);
        add(tables, identifier, true, drafts -> source(sequence));
    }

    /** Returns whether a sequence isn't needed where the database prefers identities. */
    boolean hasOnlyNativeIds(String sequence) {
        return ofNativeIds.contains(sequence) && !ofOtherIds.contains(sequence);
    }

    private Optional<IdGenerator> source(String sequence) {
        return Optional.ofNullable(sequences.get(sequence)).map(IdGenerator.FromSequence::new);
    }

    /** Notes that the numbers of an identifier, or of a part of it, come from a row of a table. */
    void addTable(List<Table> tables, Value identifier, String table, TableGenerator generator) {
        add(tables, identifier, false, drafts -> drafts.all().stream()
                .filter(draft -> draft.table().getName().equals(table))
                .findFirst()
                .map(draft -> new IdGenerator.FromTable(
                        draft.key(), generator.getSegmentValue(), generator.getIncrementSize())));
    }

    private void add(
            List<Table> tables, Value identifier, boolean isNative, Function<Drafts, Optional<IdGenerator>> generator) {
        Columns.of(identifier).forEach(column -> uses.add(new Use(tables, column, isNative, generator)));
    }

    /** Returns the tables with the identifier of an entity as a column of their own. */
    static List<Table> tablesOf(PersistentClass root) {
        return Stream.concat(
                        Stream.of(root.getTable()),
                        root.getSubclasses().stream()
                                .filter(UnionSubclass.class::isInstance)
                                .map(PersistentClass::getTable))
                .toList();
    }

    /** Notes the key of a sequence in the state. */
    void know(String sequence, ModelKey key) {
        sequences.put(sequence, key);
    }

    /** Returns the state with the generators that the names of tables don't imply. */
    ProjectState addTo(ProjectState state, Drafts drafts) {
        ProjectState more = state;
        for (Use use : uses) {
            Optional<IdGenerator> generator = use.generator().apply(drafts);
            for (Table table : generator.isEmpty() ? List.<Table>of() : use.tables()) {
                Optional<Draft> draft = drafts.find(table);
                Optional<FieldDraft> field = draft.flatMap(each -> owner(each, use.column()));
                if (draft.isPresent() && field.isPresent()) {
                    more = with(more, draft.get().key(), field.get().name(), use.isNative(), generator.get());
                }
            }
        }
        return more;
    }

    private static ProjectState with(
            ProjectState state, ModelKey key, String name, boolean isNative, IdGenerator generator) {
        Field field = state.model(key).field(name).withIdentity(isNative);
        return state.idGenerator(key, field).equals(Optional.of(generator))
                ? state
                : state.updateModel(key, model -> model.withAlteredField(field.withIdGenerator(generator)));
    }

    private static Optional<FieldDraft> owner(Draft draft, Column column) {
        return draft.fields().stream()
                .filter(field -> field.target() == null && field.columnNames().contains(column.getCanonicalName()))
                .findFirst();
    }
}

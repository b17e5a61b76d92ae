package io.kuaka.state;

import io.kuaka.state.tree.PersistentMap;
import java.util.AbstractMap;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All models and sequences of all apps at one point of history.
 *
 * <p>A value: equal when the schema is equal. Each edit returns a new state and leaves this one unchanged. Nothing is
 * rendered, and who refers to a model is looked up, so the time to replay a history depends only on its changes.
 */
public record ProjectState(SortedMap<ModelKey, ModelState> models, SortedMap<ModelKey, Sequence> sequences) {
    private static final ProjectState EMPTY = new ProjectState(PersistentMap.empty(), PersistentMap.empty());

    public ProjectState {
        models = IndexedModels.of(models);
        sequences = PersistentMap.of(sequences);
    }

    /** Returns the state before the first migration. */
    public static ProjectState empty() {
        return EMPTY;
    }

    /**
     * Returns the model {@code key}.
     *
     * @throws NoSuchModelException when there is none
     */
    public ModelState model(ModelKey key) {
        ModelState model = models.get(key);
        if (model == null) {
            throw new NoSuchModelException("Model", key, models.keySet());
        }
        return model;
    }

    /** Returns whether there is a model {@code key}. */
    public boolean hasModel(ModelKey key) {
        return models.containsKey(key);
    }

    /**
     * Returns the sequence {@code key}.
     *
     * @throws NoSuchModelException when there is none
     */
    public Sequence sequence(ModelKey key) {
        Sequence sequence = sequences.get(key);
        if (sequence == null) {
            throw new NoSuchModelException("Sequence", key, sequences.keySet());
        }
        return sequence;
    }

    /** Returns the models that refer to {@code key}, itself included where it does. */
    public List<ModelKey> referrers(ModelKey key) {
        return indexed().referrers(key);
    }

    /**
     * Returns where the application takes the numbers of a field from: what the field says, or else the sequence that
     * Hibernate names after the table, if it exists and no other field of the key can use it.
     */
    public Optional<IdGenerator> idGenerator(ModelKey key, Field field) {
        return Optional.ofNullable(field.idGenerator()).or(() -> implied(key, field));
    }

    private Optional<IdGenerator> implied(ModelKey key, Field field) {
        ModelState model = model(key);
        if (numberedField(model).filter(field::equals).isEmpty()) {
            return Optional.empty();
        }
        return Names.sequences(model.table()).stream()
                .map(key::sibling)
                .filter(each -> sequences.containsKey(each)
                        && Objects.equals(sequence(each).schema(), model.schema()))
                .<IdGenerator>map(IdGenerator.FromSequence::new)
                .findFirst();
    }

    /** Returns this state with every generator that {@link #idGenerator} finds stated in its field. */
    public ProjectState withStatedGenerators() {
        return mapModels((key, model) -> numberedField(model)
                .flatMap(field -> idGenerator(key, field).map(field::withIdGenerator))
                .map(model::withAlteredField)
                .orElse(model));
    }

    /** Returns the join, collection and secondary tables of the entity {@code key}. */
    public List<ModelKey> partsOf(ModelKey key) {
        return models.keySet().stream().filter(other -> other.isPartOf(key)).toList();
    }

    /**
     * Returns this state with one more model in {@code app}.
     *
     * @throws AlreadyExistsException when the name is taken
     */
    public ProjectState withModel(String app, ModelState model) {
        ModelKey key = new ModelKey(app, model.name());
        if (models.containsKey(key)) {
            throw new AlreadyExistsException("Model \"" + key + "\"");
        }
        return put(key, model);
    }

    /** Returns this state without the model {@code key}. */
    public ProjectState withoutModel(ModelKey key) {
        model(key);
        return new ProjectState(indexed().without(key), sequences);
    }

    /** Returns this state with the model {@code key} edited; its name stays. */
    public ProjectState updateModel(ModelKey key, UnaryOperator<ModelState> edit) {
        return put(key, edit.apply(model(key)));
    }

    /**
     * Returns this state with the model {@code oldKey} under {@code newKey}, in the same app or another. Its join,
     * collection and secondary tables are renamed with it, and so are all references.
     *
     * @throws AlreadyExistsException when the new name is taken
     */
    public ProjectState renameModel(ModelKey oldKey, ModelKey newKey) {
        ProjectState renamed = this;
        for (Map.Entry<ModelKey, ModelKey> each : renames(oldKey, newKey).entrySet()) {
            renamed = renamed.moveModel(each.getKey(), each.getValue());
        }
        return renamed;
    }

    /** Returns the new names of all models that {@link #renameModel} renames, by their old ones. */
    public Map<ModelKey, ModelKey> renames(ModelKey oldKey, ModelKey newKey) {
        Map<ModelKey, ModelKey> renames = new LinkedHashMap<>();
        renames.put(oldKey, newKey);
        partsOf(oldKey).forEach(part -> renames.put(part, part.withOwner(newKey)));
        return renames;
    }

    /** Returns this state with a field renamed, in its model and in the references to it. */
    public ProjectState renameField(ModelKey key, String oldName, String newName) {
        return renameField(key, oldName, model(key).field(oldName).withName(newName));
    }

    /** Returns this state with a field replaced by one of another name, in its model and in the references to it. */
    public ProjectState renameField(ModelKey key, String oldName, Field field) {
        String newName = field.name();
        ProjectState renamed = updateModel(key, model -> model.withRenamedField(oldName, field));
        return renamed.mapReferencesTo(
                key,
                reference -> reference.withTargets(reference.targets().stream()
                        .map(target -> target.equals(oldName) ? newName : target)
                        .toList()));
    }

    /**
     * Returns this state with one more sequence in {@code app}.
     *
     * @throws AlreadyExistsException when the name is taken
     */
    public ProjectState withSequence(String app, Sequence sequence) {
        ModelKey key = new ModelKey(app, sequence.name());
        if (sequences.containsKey(key)) {
            throw new AlreadyExistsException("Sequence \"" + key + "\"");
        }
        return putSequence(key, sequence);
    }

    /** Returns this state with the sequence of the same name replaced. */
    public ProjectState withAlteredSequence(String app, Sequence sequence) {
        ModelKey key = new ModelKey(app, sequence.name());
        sequence(key);
        return putSequence(key, sequence);
    }

    /**
     * Returns this state with the sequence {@code oldKey} under {@code newKey}, in the same app or another; the fields
     * that take their numbers from it follow.
     *
     * @throws AlreadyExistsException when the new name is taken
     */
    public ProjectState renameSequence(ModelKey oldKey, ModelKey newKey) {
        Sequence renamed = sequence(oldKey).withName(newKey.name());
        return withoutSequence(oldKey).withSequence(newKey.app(), renamed).moveNumberSource(oldKey, newKey);
    }

    /** Returns this state without the sequence {@code key}. */
    public ProjectState withoutSequence(ModelKey key) {
        sequence(key);
        return new ProjectState(models, PersistentMap.of(sequences).without(key));
    }

    private ProjectState moveModel(ModelKey oldKey, ModelKey newKey) {
        ModelState model = model(oldKey).withName(newKey.name());
        return withoutModel(oldKey)
                .withModel(newKey.app(), model)
                .mapReferencesTo(oldKey, reference -> reference.withTo(newKey))
                .moveNumberSource(oldKey, newKey);
    }

    private ProjectState moveNumberSource(ModelKey key, ModelKey now) {
        return mapModels((each, model) -> model.moveNumberSource(key, now));
    }

    private ProjectState mapModels(BiFunction<ModelKey, ModelState, ModelState> edit) {
        IndexedModels mapped = indexed();
        for (Map.Entry<ModelKey, ModelState> each : models.entrySet()) {
            ModelState model = edit.apply(each.getKey(), each.getValue());
            mapped = model.equals(each.getValue()) ? mapped : mapped.with(each.getKey(), model);
        }
        return new ProjectState(mapped, sequences);
    }

    private ProjectState mapReferencesTo(ModelKey target, UnaryOperator<Reference> rewrite) {
        ProjectState rewritten = this;
        for (ModelKey referrer : referrers(target)) {
            rewritten = rewritten.updateModel(referrer, model -> model.mapReferencesTo(target, rewrite));
        }
        return rewritten;
    }

    private ProjectState put(ModelKey key, ModelState model) {
        return new ProjectState(indexed().with(key, model), sequences);
    }

    private IndexedModels indexed() {
        return IndexedModels.of(models);
    }

    private ProjectState putSequence(ModelKey key, Sequence sequence) {
        return new ProjectState(models, PersistentMap.of(sequences).with(key, sequence));
    }

    /** The models of a state, which know who refers to whom: histories ask that at each operation. */
    @SuppressWarnings("JdkObsolete") // the models of a state are a SortedMap
    private static final class IndexedModels extends AbstractMap<ModelKey, ModelState>
            implements SortedMap<ModelKey, ModelState> {
        private static final IndexedModels NONE = new IndexedModels(PersistentMap.empty(), PersistentMap.empty());

        private final PersistentMap<ModelKey, ModelState> models;
        /** By model, those that refer to it, each as a key and a value. */
        private final PersistentMap<ModelKey, PersistentMap<ModelKey, ModelKey>> referrers;

        private IndexedModels(
                PersistentMap<ModelKey, ModelState> models,
                PersistentMap<ModelKey, PersistentMap<ModelKey, ModelKey>> referrers) {
            this.models = models;
            this.referrers = referrers;
        }

        /** Returns a map with its index; the same one if it has one. */
        static IndexedModels of(SortedMap<ModelKey, ModelState> models) {
            if (models instanceof IndexedModels indexed) {
                return indexed;
            }
            IndexedModels all = NONE;
            for (Entry<ModelKey, ModelState> each : models.entrySet()) {
                all = all.with(each.getKey(), each.getValue());
            }
            return all;
        }

        /** Returns these models with another one in place of, or besides, what was there. */
        IndexedModels with(ModelKey key, ModelState model) {
            return new IndexedModels(models.with(key, model), referrersAfter(key, targets(model)));
        }

        /** Returns these models without one of them. */
        IndexedModels without(ModelKey key) {
            return new IndexedModels(models.without(key), referrersAfter(key, Set.of()));
        }

        private PersistentMap<ModelKey, PersistentMap<ModelKey, ModelKey>> referrersAfter(
                ModelKey key, Set<ModelKey> targets) {
            ModelState former = models.get(key);
            Set<ModelKey> formerTargets = former == null ? Set.of() : targets(former);
            PersistentMap<ModelKey, PersistentMap<ModelKey, ModelKey>> after = referrers;
            for (ModelKey target : formerTargets) {
                if (!targets.contains(target)) {
                    after = after.with(target, referrersOf(target).without(key));
                }
            }
            for (ModelKey target : targets) {
                if (!formerTargets.contains(target)) {
                    after = after.with(target, referrersOf(target).with(key, key));
                }
            }
            return after;
        }

        private static Set<ModelKey> targets(ModelState model) {
            Set<ModelKey> targets = Set.of();
            for (Field field : model.fields().values()) {
                if (field.isReference()) {
                    targets = targets.isEmpty() ? new HashSet<>() : targets;
                    targets.add(field.requireReference().to());
                }
            }
            return targets;
        }

        private PersistentMap<ModelKey, ModelKey> referrersOf(ModelKey target) {
            PersistentMap<ModelKey, ModelKey> found = referrers.get(target);
            return found == null ? PersistentMap.empty() : found;
        }

        /** Returns the models that refer to {@code target}, in the order of their keys. */
        List<ModelKey> referrers(ModelKey target) {
            return List.copyOf(referrersOf(target).keySet());
        }

        @Override
        public Set<Entry<ModelKey, ModelState>> entrySet() {
            return models.entrySet();
        }

        @Override
        public @Nullable ModelState get(Object key) {
            return models.get(key);
        }

        @Override
        public boolean containsKey(Object key) {
            return models.containsKey(key);
        }

        @Override
        public @Nullable Comparator<? super ModelKey> comparator() {
            return models.comparator();
        }

        @Override
        public SortedMap<ModelKey, ModelState> subMap(ModelKey from, ModelKey to) {
            return models.subMap(from, to);
        }

        @Override
        public SortedMap<ModelKey, ModelState> headMap(ModelKey to) {
            return models.headMap(to);
        }

        @Override
        public SortedMap<ModelKey, ModelState> tailMap(ModelKey from) {
            return models.tailMap(from);
        }

        @Override
        public ModelKey firstKey() {
            return models.firstKey();
        }

        @Override
        public ModelKey lastKey() {
            return models.lastKey();
        }
    }

    /** Returns the field of the key that the application may take numbers for, if there is exactly one. */
    private static Optional<Field> numberedField(ModelState model) {
        List<Field> possible = model.fields().values().stream()
                .filter(Field::isPrimaryKey)
                .filter(ProjectState::mayBeNumbered)
                .toList();
        return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
    }

    private static boolean mayBeNumbered(Field field) {
        return field.type() instanceof ColumnType column
                && column.family() == TypeFamily.INTEGER
                && !field.isIdentity()
                && field.generated() == null;
    }
}

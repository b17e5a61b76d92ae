package io.kuaka.state;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All models and sequences of all apps at one point of history.
 *
 * <p>A value: equal when the schema is equal. Each edit returns a new state and leaves this one unchanged. Nothing is
 * rendered, and who refers to a model is looked up, so the time to replay a history depends only on its changes.
 */
public record ProjectState(SortedMap<ModelKey, ModelState> models, SortedMap<ModelKey, Sequence> sequences) {
    private static final ProjectState EMPTY = new ProjectState(new TreeMap<>(), new TreeMap<>());

    public ProjectState {
        models = IndexedModels.of(models);
        sequences = Collections.unmodifiableSortedMap(sequences);
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
        return IndexedModels.of(models).referrers(key);
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
        SortedMap<ModelKey, ModelState> stated = new TreeMap<>(models);
        stated.replaceAll((key, model) -> numberedField(model)
                .flatMap(field -> idGenerator(key, field).map(field::withIdGenerator))
                .map(model::withAlteredField)
                .orElse(model));
        return new ProjectState(stated, sequences);
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
        SortedMap<ModelKey, ModelState> rest = new TreeMap<>(models);
        rest.remove(key);
        return new ProjectState(rest, sequences);
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
        SortedMap<ModelKey, Sequence> rest = new TreeMap<>(sequences);
        rest.remove(key);
        return new ProjectState(models, rest);
    }

    private ProjectState moveModel(ModelKey oldKey, ModelKey newKey) {
        ModelState model = model(oldKey).withName(newKey.name());
        return withoutModel(oldKey)
                .withModel(newKey.app(), model)
                .mapReferencesTo(oldKey, reference -> reference.withTo(newKey))
                .moveNumberSource(oldKey, newKey);
    }

    private ProjectState moveNumberSource(ModelKey key, ModelKey now) {
        SortedMap<ModelKey, ModelState> moved = new TreeMap<>(models);
        moved.replaceAll((each, model) -> model.moveNumberSource(key, now));
        return new ProjectState(moved, sequences);
    }

    private ProjectState mapReferencesTo(ModelKey target, UnaryOperator<Reference> rewrite) {
        List<ModelKey> referrers = referrers(target);
        if (referrers.isEmpty()) {
            return this;
        }
        SortedMap<ModelKey, ModelState> rewritten = new TreeMap<>(models);
        referrers.forEach(
                key -> rewritten.computeIfPresent(key, (each, model) -> model.mapReferencesTo(target, rewrite)));
        return new ProjectState(rewritten, sequences);
    }

    private ProjectState put(ModelKey key, ModelState model) {
        return new ProjectState(IndexedModels.of(models).with(key, model), sequences);
    }

    private ProjectState putSequence(ModelKey key, Sequence sequence) {
        SortedMap<ModelKey, Sequence> more = new TreeMap<>(sequences);
        more.put(key, sequence);
        return new ProjectState(models, more);
    }

    /**
     * The models of a state, which know who refers to whom: histories ask that at each operation.
     *
     * <p>The index is made when it is first asked for, once for all maps with the same references.
     */
    @SuppressWarnings("JdkObsolete") // the models of a state are a SortedMap
    private static final class IndexedModels extends AbstractMap<ModelKey, ModelState>
            implements SortedMap<ModelKey, ModelState> {
        private final SortedMap<ModelKey, ModelState> models;
        private final Index index;

        /** Who refers to a model, in a state and in all those after it that have the same references. */
        private static final class Index {
            private volatile @Nullable Map<ModelKey, List<ModelKey>> referrers;

            /** Returns the index after one model refers to others than before. */
            Index changed(ModelKey key, Set<ModelKey> former, Set<ModelKey> now) {
                Index changed = new Index();
                Map<ModelKey, List<ModelKey>> known = referrers;
                if (known != null) {
                    Map<ModelKey, List<ModelKey>> next = new HashMap<>(known);
                    former.forEach(target -> next.computeIfPresent(target, (each, keys) -> keys.stream()
                            .filter(other -> !other.equals(key))
                            .toList()));
                    now.forEach(target -> next.merge(
                            target, List.of(key), (keys, added) -> Stream.concat(keys.stream(), added.stream())
                                    .sorted()
                                    .toList()));
                    changed.referrers = next;
                }
                return changed;
            }

            Map<ModelKey, List<ModelKey>> of(SortedMap<ModelKey, ModelState> models) {
                Map<ModelKey, List<ModelKey>> known = referrers;
                if (known == null) {
                    known = read(models);
                    referrers = known;
                }
                return known;
            }

            private static Map<ModelKey, List<ModelKey>> read(SortedMap<ModelKey, ModelState> models) {
                Map<ModelKey, List<ModelKey>> read = new HashMap<>();
                models.forEach((key, model) -> targets(model)
                        .forEach(target -> read.computeIfAbsent(target, each -> new ArrayList<>())
                                .add(key)));
                read.replaceAll((target, keys) -> List.copyOf(keys));
                return read;
            }
        }

        private IndexedModels(SortedMap<ModelKey, ModelState> models, Index index) {
            this.models = Collections.unmodifiableSortedMap(models);
            this.index = index;
        }

        /** Returns a map with its index; the same one if it has one. */
        static IndexedModels of(SortedMap<ModelKey, ModelState> models) {
            return models instanceof IndexedModels indexed ? indexed : new IndexedModels(models, new Index());
        }

        /** Returns these models with another one in place of, or besides, what was there. */
        IndexedModels with(ModelKey key, ModelState model) {
            SortedMap<ModelKey, ModelState> more = new TreeMap<>(models);
            ModelState former = more.put(key, model);
            Set<ModelKey> formerTargets = former == null ? Set.of() : targets(former);
            Set<ModelKey> targets = targets(model);
            return new IndexedModels(
                    more, formerTargets.equals(targets) ? index : index.changed(key, formerTargets, targets));
        }

        /** Returns the models that refer to {@code target}, in the order of their keys. */
        List<ModelKey> referrers(ModelKey target) {
            return index.of(models).getOrDefault(target, List.of());
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
        public Set<ModelKey> keySet() {
            return models.keySet();
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
                .filter(Field::mayBeNumbered)
                .toList();
        return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
    }
}

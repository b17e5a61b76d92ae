package io.kuaka.autodetect.detector;

import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An attribute that is removed and a new one that links the same two entities, of which at most one has a join table. */
record LinkedPair(LinkingAttribute source, LinkingAttribute target) {
    /** Returns the pairs of all changes, one list for each attribute that is removed. */
    static List<List<LinkedPair>> bySource(Detection detection) {
        List<LinkingAttribute> targets = new ArrayList<>();
        List<LinkingAttribute> sources = new ArrayList<>();
        for (ModelKey key : detection.changedModels()) {
            removed(detection, key)
                    .map(field -> LinkingAttribute.ofReference(key, field))
                    .forEach(sources::add);
            added(detection, key)
                    .map(field -> LinkingAttribute.ofReference(key, field))
                    .forEach(targets::add);
        }
        // A join table that is made anew under its name was asked about by RedirectedJoinTables.
        detection.lineage().removedModels().forEach((key, table) -> {
            if (!detection.to().hasModel(key) && !detection.left().models().contains(key)) {
                LinkingAttribute.ofJoinTable(key, table).forEach(sources::add);
            }
        });
        detection.to().models().forEach((key, table) -> {
            if (detection.lineage().isNew(key)) {
                LinkingAttribute.ofJoinTable(key, table).forEach(targets::add);
            }
        });
        return sources.stream()
                .map(source -> targets.stream()
                        .map(target -> new LinkedPair(source, target))
                        .filter(LinkedPair::linksSameEntities)
                        .toList())
                .filter(pairs -> !pairs.isEmpty())
                .toList();
    }

    /** Returns the references that go and whose columns nothing else takes over. */
    private static Stream<Field> removed(Detection detection, ModelKey key) {
        return detection.remaining(key).fields().removed().stream()
                .sorted()
                .map(detection.from().model(key)::field)
                .filter(Field::isReference)
                .filter(field -> detection.lineage().takingOver(key, field).isEmpty());
    }

    private static Stream<Field> added(Detection detection, ModelKey key) {
        return detection.remaining(key).fields().added().stream()
                .sorted()
                .map(detection.to().model(key)::field)
                .filter(Field::isReference);
    }

    /** Join tables are compared by {@link RenamedParts}. */
    private boolean linksSameEntities() {
        if (source.isJoinTable() || target.isJoinTable()) {
            return source.isJoinTable() != target.isJoinTable() && joinsSameEntities();
        }
        Field before = source.references().get(0);
        Field now = target.references().get(0);
        return (before.isUnique() || now.isUnique())
                && !source.holder().equals(target.holder())
                && before.refersTo(target.holder())
                && now.refersTo(source.holder());
    }

    private boolean joinsSameEntities() {
        ModelKey table = joinTable().holder();
        return (table.isPartOf(near()) || table.isPartOf(far()))
                && joinTable().targetsIn(near()).size() == (near().equals(far()) ? 2 : 1)
                && !joinTable().targetsIn(far()).isEmpty();
    }

    /** Returns whether the links can be copied: both attributes tell the rows apart by the same fields. */
    boolean canBeCopied() {
        return source.isJoinTable() != target.isJoinTable()
                && source.app().equals(target.app())
                && target.hasLinksOnly()
                && !near().equals(far())
                && joinTable().targetsIn(far()).equals(reference().targetsIn(far()));
    }

    private LinkingAttribute joinTable() {
        return source.isJoinTable() ? source : target;
    }

    private LinkingAttribute reference() {
        return source.isJoinTable() ? target : source;
    }

    /** Returns the entity that has the reference. */
    private ModelKey near() {
        return reference().holder();
    }

    private ModelKey far() {
        return reference().references().get(0).requireReference().to();
    }
}

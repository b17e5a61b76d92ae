package io.kuaka.autodetect.detector;

import io.kuaka.state.Constraint;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Reference;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps a unique key under every reference: if one key replaces another, the new one comes first. References stop using
 * the primary key before it changes.
 */
final class ReferencedKeys {
    private ReferencedKeys() {}

    /** Returns what an index or constraint that is added makes true. */
    static List<Event> added(ModelKey key, MemberKind kind, ModelState model, String name) {
        return unique(kind, model, name).map(fields -> Event.keyAdded(key, fields)).stream()
                .toList();
    }

    /** Returns what the removal of an index or constraint waits for. */
    static List<Event> replaced(Detection detection, ModelKey key, MemberKind kind, String name) {
        return unique(kind, detection.from().model(key), name)
                .filter(fields -> isReferred(detection.from(), key, fields))
                .map(fields -> Event.keyAdded(key, fields))
                .stream()
                .toList();
    }

    /**
     * Returns whether an index or constraint that is added is a key that references use or have used: changes of its fields may
     * wait for it. All others wait until their fields are altered, and suit them only then.
     */
    static boolean isReplacing(Detection detection, ModelKey key, MemberKind kind, String name) {
        return unique(kind, detection.to().model(key), name)
                .filter(fields -> isReferred(detection.from(), key, fields) || isReferred(detection.to(), key, fields))
                .isPresent();
    }

    private static Optional<Set<String>> unique(MemberKind kind, ModelState model, String name) {
        return switch (kind) {
            case INDEX -> Optional.empty();
            case CONSTRAINT -> fields(model.constraint(name));
        };
    }

    private static Optional<Set<String>> fields(Constraint constraint) {
        return constraint instanceof UniqueConstraint unique && unique.condition() == null
                ? Optional.of(Set.copyOf(unique.fieldNames()))
                : Optional.empty();
    }

    /** Notes with the change of a field that it adds or removes a unique key. */
    static Proposal noted(Detection detection, ModelKey key, Proposal proposal, Field old, Field now) {
        Proposal noted = now.isUnique() && !old.isUnique()
                ? proposal.providing(Event.keyAdded(key, Set.of(now.name())))
                : proposal;
        boolean losesKey = old.isUnique() && !now.isUnique() && isReferred(detection.from(), key, Set.of(now.name()));
        return losesKey ? noted.needing(Event.keyAdded(key, Set.of(now.name()))) : noted;
    }

    /** Returns what a change of the primary key waits for: references to all of it that get named fields as targets. */
    static List<Event> left(Detection detection, ModelKey key) {
        List<Event> needs = new ArrayList<>();
        for (ModelKey referrer : detection.start().referrers(key)) {
            if (detection.to().hasModel(referrer)) {
                detection.start().model(referrer).fields().values().stream()
                        .filter(field -> refersToKey(field, key) && !isKept(detection, referrer, field))
                        .flatMap(field -> Stream.of(
                                Event.fieldAltered(referrer, field.name()), Event.fieldRemoved(referrer, field.name())))
                        .forEach(needs::add);
            }
        }
        return needs;
    }

    private static boolean isKept(Detection detection, ModelKey referrer, Field field) {
        Field now = detection.to().model(referrer).fields().get(field.name());
        return now != null
                && now.isReference()
                && now.requireReference().targets().isEmpty();
    }

    private static boolean refersToKey(Field field, ModelKey key) {
        return field.type() instanceof Reference reference
                && reference.to().equals(key)
                && reference.targets().isEmpty();
    }

    private static boolean isReferred(ProjectState state, ModelKey key, Set<String> fields) {
        return Stream.concat(state.referrers(key).stream(), Stream.of(key))
                .filter(state::hasModel)
                .flatMap(referrer -> state.model(referrer).fields().values().stream())
                .anyMatch(field -> field.type() instanceof Reference reference
                        && reference.to().equals(key)
                        && Set.copyOf(reference.targets()).equals(fields));
    }
}

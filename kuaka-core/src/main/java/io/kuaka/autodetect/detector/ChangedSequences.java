package io.kuaka.autodetect.detector;

import io.kuaka.autodetect.detector.GeneratedKeys.Place;
import io.kuaka.operation.AlterSequence;
import io.kuaka.operation.CreateSequence;
import io.kuaka.operation.DropSequence;
import io.kuaka.operation.MoveSequence;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RenameSequence;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.Names;
import io.kuaka.state.Sequence;
import io.kuaka.state.diff.Changes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds renamed, new, changed and unused sequences.
 *
 * <p>A sequence was renamed if a field now takes its numbers from the new name, and no field still uses the old one. A
 * rename loses nothing, so nobody is asked. A sequence that is left to others keeps its name.
 */
public final class ChangedSequences implements Detector {
    @Override
    public void detect(Detection detection) {
        GeneratedKeys now = GeneratedKeys.of(detection.to().withStatedGenerators());
        abandoned(detection, now).forEach(key -> drop(detection, key));
        openCircles(detection, now);
        while (renameOne(detection, now)) {
            // A renamed sequence may leave its name for another one.
        }
        Changes<ModelKey, Sequence> changes = detection.remaining().sequences();
        changes.added().forEach(key -> create(detection, key));
        changes.altered().forEach(key -> alter(detection, key));
        changes.removed().forEach(key -> drop(detection, key));
    }

    /** Returns the sequences that no field uses any more, and whose name another sequence takes. */
    private static List<ModelKey> abandoned(Detection detection, GeneratedKeys now) {
        GeneratedKeys before = GeneratedKeys.of(detection.numbered());
        return now.bySource().keySet().stream()
                .filter(key -> isOurs(detection, key))
                .filter(key -> before.usersOf(key).isEmpty())
                .filter(key -> sources(detection, now, key).anyMatch(source -> isGone(detection, source)))
                .toList();
    }

    /** Returns the sequences that those who use a sequence now used before. */
    private static Stream<ModelKey> sources(Detection detection, GeneratedKeys now, ModelKey sequence) {
        return now.usersOf(sequence).stream()
                .flatMap(user -> Stream.concat(user.in(detection.numbered()).stream(), ofSubclasses(detection, user)))
                .flatMap(field -> Optional.ofNullable(field.idGenerator()).stream())
                .map(generator -> generator.source())
                .filter(source -> isOurs(detection, source));
    }

    /** A joined class that comes above others takes over their ids, which refer to its own from then on. */
    private static Stream<Field> ofSubclasses(Detection detection, Place user) {
        boolean isNew = !detection.start().hasModel(user.model());
        return detection.to().referrers(user.model()).stream()
                .filter(referrer -> isNew && detection.from().hasModel(referrer))
                .flatMap(referrer -> detection.to().model(referrer).primaryKey().stream()
                        .filter(field -> field.refersTo(user.model()))
                        .flatMap(field -> new Place(referrer, field.name()).in(detection.numbered()).stream()));
    }

    private static boolean renameOne(Detection detection, GeneratedKeys now) {
        GeneratedKeys before = GeneratedKeys.of(detection.numbered());
        for (ModelKey added : detection.remaining().sequences().added()) {
            Optional<ModelKey> former = former(detection, before, now, added);
            if (former.isPresent()) {
                rename(detection, former.get(), added);
                return true;
            }
        }
        return false;
    }

    private static Optional<ModelKey> former(
            Detection detection, GeneratedKeys before, GeneratedKeys now, ModelKey added) {
        return sources(detection, now, added)
                .filter(source -> Collections.disjoint(before.usersOf(source), now.usersOf(source)))
                .filter(source -> source.app().equals(added.app()) || isGone(detection, source))
                .findFirst()
                .or(() -> onlyUnstated(detection, before, now, added));
    }

    /**
     * Gives one of those sequences a temporary name that exchange theirs, as the sequences of exchanged tables do; the
     * others are renamed then.
     */
    private static void openCircles(Detection detection, GeneratedKeys now) {
        GeneratedKeys before = GeneratedKeys.of(detection.numbered());
        Map<ModelKey, ModelKey> formers = new TreeMap<>();
        for (ModelKey key : detection.to().sequences().keySet()) {
            sources(detection, now, key)
                    .filter(source -> !source.equals(key) && source.app().equals(key.app()))
                    .filter(source -> Collections.disjoint(before.usersOf(source), now.usersOf(source)))
                    .findFirst()
                    .ifPresent(source -> formers.put(key, source));
        }
        Set<ModelKey> open = new HashSet<>();
        for (ModelKey key : formers.keySet()) {
            Set<ModelKey> circle = circle(formers, key);
            if (Collections.disjoint(open, circle)) {
                open.addAll(circle);
                circle.stream().limit(1).forEach(one -> giveTemporaryName(detection, one));
            }
        }
    }

    /** Nothing waits for the temporary name, which nobody has. */
    private static void giveTemporaryName(Detection detection, ModelKey key) {
        detection.propose(Proposal.of(key.app(), new RenameSequence(key.name(), Names.temporary(key.name())))
                .providing(Event.removed(key))
                .needing(detection.usedBefore(key)));
    }

    /** Returns the keys through which one comes back to the same key; none if one doesn't. */
    private static Set<ModelKey> circle(Map<ModelKey, ModelKey> formers, ModelKey start) {
        Set<ModelKey> met = new LinkedHashSet<>();
        @Nullable ModelKey next = start;
        while (next != null && met.add(next)) {
            next = formers.get(next);
        }
        return start.equals(next) ? met : Set.of();
    }

    private static boolean isOurs(Detection detection, ModelKey sequence) {
        return detection.from().sequences().containsKey(sequence)
                && !detection.left().sequences().contains(sequence);
    }

    private static boolean isGone(Detection detection, ModelKey sequence) {
        return !detection.to().sequences().containsKey(sequence);
    }

    /**
     * A history needn't say which fields use a sequence. If one field starts and one stops using it, it counts as the
     * same one; even if it isn't, its numbers are beyond those in use.
     */
    private static Optional<ModelKey> onlyUnstated(
            Detection detection, GeneratedKeys before, GeneratedKeys now, ModelKey added) {
        Changes<ModelKey, Sequence> changes = detection.remaining().sequences();
        List<ModelKey> left = changes.removed().stream()
                .filter(key -> key.app().equals(added.app()))
                .filter(key -> isOurs(detection, key))
                .filter(key -> before.usersOf(key).isEmpty())
                .toList();
        boolean isOnly = left.size() == 1
                && changes.added().stream()
                                .filter(key -> key.app().equals(added.app()))
                                .count()
                        == 1;
        boolean mayHaveUsedIt = now.usersOf(added).stream()
                .flatMap(user -> user.in(detection.numbered()).stream())
                .anyMatch(field -> field.idGenerator() == null && !field.isIdentity());
        return isOnly && mayHaveUsedIt ? Optional.of(left.get(0)) : Optional.empty();
    }

    /** Fields of other apps follow as well, so the rename comes after the histories that use the old name. */
    private static void rename(Detection detection, ModelKey before, ModelKey now) {
        boolean moves = !before.app().equals(now.app());
        Operation operation = moves ? new MoveSequence(before, now) : new RenameSequence(before.name(), now.name());
        Set<Event> needs = names(detection, now);
        needs.addAll(detection.usedBefore(before));
        if (moves) {
            needs.add(Event.known(before));
        }
        detection.propose(Proposal.of(now.app(), operation)
                .providing(Event.created(now), Event.removed(before))
                .needing(needs));
    }

    private static void create(Detection detection, ModelKey key) {
        detection.proposeFirst(
                Proposal.of(key.app(), new CreateSequence(detection.to().sequence(key)))
                        .providing(Event.created(key))
                        .needing(names(detection, key)));
    }

    /** A sequence that gets this name by another operation is changed afterwards. */
    private static void alter(Detection detection, ModelKey key) {
        detection.propose(
                Proposal.of(key.app(), new AlterSequence(detection.to().sequence(key)))
                        .needing(Event.created(key)));
    }

    /** Returns what a new name waits for: that others free it. */
    private static Set<Event> names(Detection detection, ModelKey key) {
        Set<Event> needs = new LinkedHashSet<>(Set.of(Event.removed(key)));
        needs.addAll(detection.nameFreed(key));
        return needs;
    }

    /** The fields stop using the sequence first, so that in reverse it exists before they use it. */
    private static void drop(Detection detection, ModelKey key) {
        Set<Place> users =
                new LinkedHashSet<>(GeneratedKeys.of(detection.numbered()).usersOf(key));
        users.addAll(GeneratedKeys.of(detection.start().withStatedGenerators()).usersOf(key));
        List<Event> needs = new ArrayList<>();
        users.forEach(user -> {
            needs.add(Event.fieldAltered(user.model(), user.field()));
            needs.add(Event.fieldRemoved(user.model(), user.field()));
            needs.add(Event.removed(user.model()));
        });
        detection.propose(Proposal.of(key.app(), new DropSequence(key.name()))
                .providing(Event.removed(key))
                .needing(needs)
                .needing(detection.usedBefore(key)));
    }
}

package io.kuaka.autodetect.detector;

import io.kuaka.operation.DeleteModel;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds removed models.
 *
 * <p>Their references are removed first, so models that refer to each other can be deleted one after the other; the
 * optimizer joins what can be joined. Join and collection tables are deleted in one piece, because nothing refers to
 * them.
 */
public final class DeletedModels implements Detector {
    @Override
    public void detect(Detection detection) {
        ProjectState before = detection.from();
        detection.removedModels().forEach(key -> propose(detection, key, before));
    }

    /** Proposes to delete a model. */
    static void propose(Detection detection, ModelKey key) {
        propose(detection, key, detection.from());
    }

    private static void propose(Detection detection, ModelKey key, ProjectState before) {
        detection.lineage().modelRemoved(key, before.model(key));
        List<String> gone = FieldRemovals.propose(detection, key, references(key, before.model(key)));
        detection.propose(deletion(key, before, gone).needing(detection.usedBefore(key)));
    }

    private static Proposal deletion(ModelKey key, ProjectState before, List<String> gone) {
        Set<Event> provides = new LinkedHashSet<>(List.of(Event.removed(key)));
        Set<Event> needs = new LinkedHashSet<>(Prerequisites.owner(key));
        needs.add(Event.linksCopied(key, ""));
        ModelState model = before.model(key);
        for (Field field : model.fields().values()) {
            (gone.contains(field.name()) ? needs : provides).add(Event.fieldRemoved(key, field.name()));
        }
        for (ModelKey referrer : before.referrers(key)) {
            for (Field field : before.model(referrer).fields().values()) {
                if (field.refersTo(key) && !referrer.equals(key)) {
                    needs.add(Event.fieldRemoved(referrer, field.name()));
                    needs.add(Event.fieldAltered(referrer, field.name()));
                }
            }
        }
        return Proposal.of(key.app(), new DeleteModel(key.name()))
                .providing(provides)
                .needing(needs)
                .needing(numbersLeft(key, before));
    }

    /** The numbers of a generator's table are carried over first to where its users take theirs from then on. */
    private static Set<Event> numbersLeft(ModelKey key, ProjectState before) {
        Set<Event> needs = new LinkedHashSet<>();
        GeneratedKeys.of(before).usersOf(key).forEach(user -> {
            needs.add(Event.fieldAltered(user.model(), user.field()));
            needs.add(Event.fieldRemoved(user.model(), user.field()));
            needs.add(Event.removed(user.model()));
        });
        return needs;
    }

    /** Returns the references, which are removed one by one; a primary key is dropped with its table. */
    private static List<String> references(ModelKey key, ModelState model) {
        return model.fields().values().stream()
                .filter(field -> !key.isPart() && field.isReference() && !field.isPrimaryKey())
                .map(Field::name)
                .sorted()
                .toList();
    }
}

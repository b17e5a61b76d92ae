package io.kuaka.autodetect.detector;

import io.kuaka.operation.ReorderPrimaryKey;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.HashSet;
import java.util.List;

/** Finds primary keys of the right fields in another order. */
public final class ReorderedKeys implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            List<String> present = names(detection.from().model(key));
            List<String> wanted = names(detection.to().model(key));
            if (!present.equals(wanted) && new HashSet<>(present).equals(new HashSet<>(wanted))) {
                ProjectState before = detection.from();
                detection.propose(Proposal.of(key.app(), new ReorderPrimaryKey(key.name(), wanted))
                        .providing(Event.keyOrdered(key))
                        .needing(Prerequisites.fields(key, wanted))
                        .needing(Prerequisites.keyFields(detection, key)));
                keepNewModels(detection, before);
            }
        }
    }

    private static List<String> names(ModelState model) {
        return model.primaryKey().stream().map(Field::name).toList();
    }

    /** Models that are created afterwards refer to the key in its new order from the beginning. */
    private static void keepNewModels(Detection detection, ProjectState before) {
        ProjectState state = detection.from();
        for (ModelKey key : state.models().keySet()) {
            if (detection.lineage().formerFields(key).isEmpty()) {
                state = state.updateModel(key, model -> before.model(key));
            }
        }
        detection.assume(state);
    }
}

package io.kuaka.autodetect.detector;

import io.kuaka.operation.RenamePrimaryKey;
import io.kuaka.state.ModelKey;
import io.kuaka.state.diff.ModelDiff.Attribute;
import org.jspecify.annotations.Nullable;

/** Finds primary keys with another name. */
public final class RenamedKeys implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            if (detection.remaining(key).attributes().contains(Attribute.KEY_NAME)) {
                @Nullable String name = detection.to().model(key).primaryKeyName();
                detection.propose(Proposal.of(key.app(), new RenamePrimaryKey(key.name(), name)));
            }
        }
    }
}

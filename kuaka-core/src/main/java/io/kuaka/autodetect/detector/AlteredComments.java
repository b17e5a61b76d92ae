package io.kuaka.autodetect.detector;

import io.kuaka.operation.AlterModelComment;
import io.kuaka.state.ModelKey;
import io.kuaka.state.diff.ModelDiff.Attribute;
import org.jspecify.annotations.Nullable;

/** Finds changed comments on tables. */
public final class AlteredComments implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            if (detection.remaining(key).attributes().contains(Attribute.COMMENT)) {
                @Nullable String comment = detection.to().model(key).comment();
                detection.propose(Proposal.of(key.app(), new AlterModelComment(key.name(), comment)));
            }
        }
    }
}

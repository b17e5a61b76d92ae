package io.kuaka.autodetect.detector;

import io.kuaka.operation.AlterModelComment;
import io.kuaka.state.ModelKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds other comments on tables. */
public final class AlteredComments implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            @Nullable String comment = detection.to().model(key).comment();
            if (!Objects.equals(comment, detection.from().model(key).comment())) {
                detection.propose(Proposal.of(key.app(), new AlterModelComment(key.name(), comment)));
            }
        }
    }
}

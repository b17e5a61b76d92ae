package io.kuaka.autodetect.detector;

import io.kuaka.operation.AlterModelTable;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.Objects;

/** Finds models that are to be kept in another table, or another schema. */
public final class AlteredTables implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            ModelState from = detection.from().model(key);
            ModelState to = detection.to().model(key);
            if (!to.table().equals(from.table()) || !Objects.equals(to.schema(), from.schema())) {
                detection.propose(Proposal.of(key.app(), new AlterModelTable(key.name(), to.table(), to.schema()))
                        .providing(Event.tableLeft(key))
                        .needing(Prerequisites.table(detection, key, to)));
            }
        }
    }
}

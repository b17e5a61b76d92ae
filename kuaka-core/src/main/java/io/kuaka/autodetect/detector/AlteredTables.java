package io.kuaka.autodetect.detector;

import io.kuaka.operation.AlterModelTable;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.diff.ModelDiff.Attribute;
import java.util.Set;

/** Finds models with another table, or another schema. */
public final class AlteredTables implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            Set<Attribute> altered = detection.remaining(key).attributes();
            if (altered.contains(Attribute.TABLE) || altered.contains(Attribute.SCHEMA)) {
                ModelState to = detection.to().model(key);
                detection.propose(Proposal.of(key.app(), new AlterModelTable(key.name(), to.table(), to.schema()))
                        .providing(Event.tableRenamed(key)));
            }
        }
    }
}

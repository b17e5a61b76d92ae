package io.kuaka.autodetect.detector;

import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import java.util.List;

/** Finds references of entities to another model than before, whose columns are created again without their values. */
public final class RedirectedReferences implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            if (!key.isPart()) {
                List<Field> dropped = Redirections.dropped(detection, key).toList();
                dropped.forEach(field -> {
                    detection.lineage().settled(key, field.columns());
                    FieldAddition.proposeAnew(detection, key, field.name());
                });
            }
        }
    }
}

package io.kuaka.autodetect.detector;

import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;

/**
 * Shows a model as it will be once its columns have the names that they are to have.
 *
 * <p>Raw SQL in indexes and constraints names columns, and follows them when a field is altered. Whether it changed can be
 * said only after that.
 */
final class Preview {
    private Preview() {}

    static ModelState of(Detection detection, ModelKey key) {
        ModelState model = detection.from().model(key);
        for (Field now : detection.to().model(key).fields().values()) {
            Field old = model.fields().get(now.name());
            if (old != null && !old.columnRenamesTo(now).isEmpty()) {
                model = model.withAlteredField(now);
            }
        }
        return model;
    }
}

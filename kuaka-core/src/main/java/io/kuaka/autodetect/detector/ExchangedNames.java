package io.kuaka.autodetect.detector;

import io.kuaka.operation.RenameField;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ends of a join table that exchanged their names because the attribute that owns the table is on the other
 * entity now. The columns and their rows stay as they are.
 */
public final class ExchangedNames implements Detector {
    @Override
    public void detect(Detection detection) {
        detection.changedModels().stream().filter(ModelKey::isPart).forEach(key -> propose(detection, key));
    }

    private static void propose(Detection detection, ModelKey key) {
        ModelState from = detection.from().model(key);
        Map<String, Field> to = detection.to().model(key).fields();
        for (Field one : from.fields().values()) {
            for (Field other : from.fields().values()) {
                if (one.name().compareTo(other.name()) < 0 && isExchange(one, other, to)) {
                    propose(detection, key, one.name(), other.name());
                }
            }
        }
    }

    private static boolean isExchange(Field one, Field other, Map<String, Field> to) {
        return isNow(one, to.get(other.name())) && isNow(other, to.get(one.name()));
    }

    private static boolean isNow(Field before, @Nullable Field now) {
        return now != null
                && before.isReference()
                && now.isReference()
                && before.columns().equals(now.columns())
                && before.requireReference().to().equals(now.requireReference().to());
    }

    private static void propose(Detection detection, ModelKey key, String one, String other) {
        String between = one + "_" + other;
        rename(detection, key, one, between);
        rename(detection, key, other, one);
        rename(detection, key, between, other);
    }

    private static void rename(Detection detection, ModelKey key, String before, String now) {
        detection.lineage().fieldRenamed(key, before, now);
        detection.propose(Proposal.of(key.app(), new RenameField(key.name(), before, now).keepingColumns()));
    }
}

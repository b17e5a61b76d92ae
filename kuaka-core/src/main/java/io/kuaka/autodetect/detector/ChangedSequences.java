package io.kuaka.autodetect.detector;

import io.kuaka.operation.AlterSequence;
import io.kuaka.operation.CreateSequence;
import io.kuaka.operation.DropSequence;
import io.kuaka.operation.Operation;
import io.kuaka.state.ModelKey;
import io.kuaka.state.Sequence;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds new, changed and unused sequences. New ones come before the models that may use them. */
public final class ChangedSequences implements Detector {
    @Override
    public void detect(Detection detection) {
        SortedMap<ModelKey, Sequence> wanted = detection.to().sequences();
        Map<ModelKey, Sequence> known = new TreeMap<>(detection.from().sequences());
        wanted.forEach((key, sequence) -> compare(detection, key, known.get(key), sequence));
        known.keySet().stream()
                .filter(key -> !wanted.containsKey(key))
                .forEach(key -> detection.propose(
                        Proposal.of(key.app(), new DropSequence(key.name())).providing(Event.removed(key))));
    }

    private static void compare(Detection detection, ModelKey key, @Nullable Sequence before, Sequence now) {
        if (before == null) {
            propose(detection, key, new CreateSequence(now));
        } else if (!now.equals(before)) {
            propose(detection, key, new AlterSequence(now));
        }
    }

    private static void propose(Detection detection, ModelKey key, Operation operation) {
        detection.proposeFirst(Proposal.of(key.app(), operation));
    }
}

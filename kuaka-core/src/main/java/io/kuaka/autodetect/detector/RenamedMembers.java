package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.Names;
import io.kuaka.state.diff.Changes;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds indexes or constraints that were only renamed; that loses nothing, so nobody is asked. */
public record RenamedMembers(MemberKind kind) implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            rename(detection, key, pairs(detection, key));
        }
    }

    /** Returns the new names by the old ones. A name may pass to another member, so it can be among both. */
    private Map<String, String> pairs(Detection detection, ModelKey key) {
        ModelState from = detection.onFinalColumns(key);
        ModelState to = detection.to().model(key);
        Changes<String, ?> changes = kind.in(detection.remainingOnFinalColumns(key));
        Set<String> left = new TreeSet<>(changes.before().keySet());
        Map<String, String> pairs = new TreeMap<>();
        for (String name : new TreeSet<>(changes.after().keySet())) {
            left.stream()
                    .filter(old -> kind.isRenamed(from, old, to, name))
                    .findFirst()
                    .ifPresent(old -> {
                        left.remove(old);
                        pairs.put(old, name);
                    });
        }
        return pairs;
    }

    /** A name has to be free before another member takes it; in a cycle, one member gets a temporary name. */
    private void rename(Detection detection, ModelKey key, Map<String, String> pairs) {
        Map<String, String> open = new TreeMap<>(pairs);
        while (!open.isEmpty()) {
            Optional<String> next = open.keySet().stream()
                    .filter(old -> !open.containsKey(open.get(old)))
                    .findFirst();
            String old = next.orElseGet(() -> open.keySet().iterator().next());
            String now = Objects.requireNonNull(open.remove(old));
            if (next.isPresent()) {
                removeOther(detection, key, now);
                rename(detection, key, old, now);
            } else {
                rename(detection, key, old, Names.temporary(old));
                open.put(Names.temporary(old), now);
            }
        }
    }

    /** A member whose name another one takes is removed first. */
    private void removeOther(Detection detection, ModelKey key, String name) {
        if (kind.names(detection.from().model(key)).contains(name)) {
            detection.propose(Proposal.of(key.app(), kind.remove(key.name(), name))
                    .providing(Event.indexOrConstraintRemoved(key)));
        }
    }

    private void rename(Detection detection, ModelKey key, String old, String now) {
        detection.propose(Proposal.of(key.app(), kind.rename(key.name(), old, now)));
    }
}

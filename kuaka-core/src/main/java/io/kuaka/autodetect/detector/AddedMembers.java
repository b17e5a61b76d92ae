package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.Collection;
import java.util.List;

/** Finds indexes or constraints that are new, or that were removed because they, or fields that they need, changed. */
public record AddedMembers(MemberKind kind) implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            ModelState to = detection.to().model(key);
            for (String name : kind.in(detection.remaining(key)).added()) {
                detection.propose(Proposal.of(key.app(), kind.add(to, name))
                        .providing(ReferencedKeys.added(key, kind, to, name))
                        .needing(Prerequisites.fields(key, kind.fields(to, name)))
                        .needing(
                                ReferencedKeys.isReplacing(detection, key, kind, name)
                                        ? List.of()
                                        : altered(key, kind.fields(to, name)))
                        .needing(Event.tableRenamed(key)));
            }
        }
    }

    private static List<Event> altered(ModelKey key, Collection<String> fields) {
        return fields.stream().map(field -> Event.fieldAltered(key, field)).toList();
    }
}

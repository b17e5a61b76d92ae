package io.kuaka.it.entities;

import io.kuaka.it.entities.EntityChange.Ending;
import io.kuaka.it.entities.EntityChange.Outcome;
import io.kuaka.it.support.Engine;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What some databases do with a change and others don't: only these may differ in how a change ends.
 *
 * @param engines where it ends otherwise than on H2
 * @param outcomes the two ends, in any order
 * @param reason is found in the message that asked, refused or stopped, on either side
 */
record KnownDifference(Set<Engine> engines, Set<Outcome> outcomes, Pattern reason) {
    private static final List<KnownDifference> ALL = List.of();

    static boolean explains(Engine engine, Ending ending, Ending onH2) {
        return ALL.stream()
                .anyMatch(known -> known.engines.contains(engine)
                        && known.outcomes.equals(Set.of(ending.outcome(), onH2.outcome()))
                        && (known.reason.matcher(ending.reason()).find()
                                || known.reason.matcher(onH2.reason()).find()));
    }
}

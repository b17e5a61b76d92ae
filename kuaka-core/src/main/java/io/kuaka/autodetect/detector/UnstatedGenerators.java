package io.kuaka.autodetect.detector;

import io.kuaka.autodetect.detector.GeneratedKeys.Place;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.Optional;
import java.util.Set;

/**
 * Infers what a history needn't say: which fields take their numbers from a sequence or table of the history.
 *
 * <p>Migrations that were written by hand or made from a database may leave it out. If the history has the sequence, no
 * field is known to use it, and the fields that use it now differ in nothing else, they always used it. The sequence of
 * an entity counts for its subclasses with tables of their own as well.
 */
public final class UnstatedGenerators implements Detector {
    @Override
    public void detect(Detection detection) {
        GeneratedKeys said = GeneratedKeys.of(detection.from());
        GeneratedKeys known = GeneratedKeys.of(detection.numbered());
        GeneratedKeys.of(detection.to()).bySource().forEach((source, users) -> {
            if (has(detection.start(), source)
                    && said.usersOf(source).isEmpty()
                    && users.stream().allMatch(user -> saysNothingElse(detection, user))
                    && known.usersOf(source).stream().allMatch(root -> isExtended(detection, root, users))) {
                users.forEach(user -> state(detection, user));
            }
        });
    }

    private static boolean has(ProjectState state, ModelKey source) {
        return state.sequences().containsKey(source) || state.hasModel(source);
    }

    private static boolean saysNothingElse(Detection detection, Place user) {
        Optional<Field> known = user.in(detection.from());
        return known.filter(field -> !field.isIdentity()).isPresent()
                && known.equals(user.bareIn(detection.to()))
                && user.in(detection.numbered())
                        .filter(field -> field.idGenerator() == null)
                        .isPresent();
    }

    /** Returns whether the users have all fields of another model, as subclasses with tables of their own do. */
    private static boolean isExtended(Detection detection, Place root, Set<Place> users) {
        ProjectState from = detection.from();
        return users.stream().allMatch(user -> from.model(user.model())
                .fields()
                .entrySet()
                .containsAll(from.model(root.model()).fields().entrySet()));
    }

    private static void state(Detection detection, Place user) {
        Field now = user.in(detection.to()).orElseThrow();
        detection.assume(detection.from().updateModel(user.model(), model -> model.withAlteredField(now)));
    }
}

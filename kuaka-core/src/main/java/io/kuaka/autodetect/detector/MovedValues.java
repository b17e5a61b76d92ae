package io.kuaka.autodetect.detector;

import io.kuaka.autodetect.question.DetectionStoppedException;
import io.kuaka.autodetect.question.Questions;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.TypeFamily;
import io.kuaka.state.fact.Meaning;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks about columns that leave a table and come in another one with rows of the same entities: an attribute was pulled
 * up or pushed down in a hierarchy, the hierarchy got another strategy, a secondary table came or went, or a new entity
 * took over attributes; or one in a table that is linked to it, as when an embedded object becomes an entity or the contrary.
 * The other detectors drop the one column and create the other, which is empty. It also asks about the rows of a class that gets
 * a table of its own and has no columns that move there.
 *
 * <p>Where one table goes and another comes, {@link RenamedModels} asks first if they are alike. Columns of a table that is left
 * to others don't leave it, and the numbers of a generator's table are carried over to where its users take theirs from then on.
 */
public final class MovedValues implements Detector {
    @Override
    public void detect(Detection detection) {
        GeneratedKeys numbered = GeneratedKeys.of(detection.start());
        for (ModelKey former : detection.start().models().keySet()) {
            List<String> leaving = leaving(detection, former);
            boolean isCarriedOver = !numbered.usersOf(former).isEmpty();
            if (!leaving.isEmpty()
                    && !isCarriedOver
                    && !detection.left().models().contains(former)) {
                detection.to().models().keySet().forEach(key -> compare(detection, former, leaving, key));
            }
        }
    }

    /** Returns the columns that a model has no more, and whose values aren't elsewhere in its table. */
    private static List<String> leaving(Detection detection, ModelKey former) {
        Lineage lineage = detection.lineage();
        @Nullable ModelState rows = detection.to().models().get(lineage.present(former));
        return SameRows.columns(detection.start().model(former))
                .filter(column -> rows == null || !lineage.isKept(former, column, rows))
                .filter(column -> !lineage.isSettled(former, column))
                .toList();
    }

    private static void compare(Detection detection, ModelKey former, List<String> leaving, ModelKey key) {
        ModelKey from = detection.lineage().present(former);
        boolean areSame = SameRows.have(detection, former, key);
        if (from.equals(key) || !(areSame || LinkedRows.have(detection, former, key))) {
            return;
        }
        Set<String> coming = SameRows.folded(detection.to().model(key));
        coming.removeAll(detection
                .lineage()
                .former(key)
                .map(each -> SameRows.folded(detection.start().model(each)))
                .orElse(Set.of()));
        List<String> moved = leaving.stream()
                .filter(column -> coming.contains(Lineage.folded(column)))
                .filter(column -> areSame || LinkedRows.areAlike(detection, former, key, column))
                .toList();
        if (!moved.isEmpty() && !detection.questioner().valuesLeft(from, key, moved)) {
            throw new DetectionStoppedException(
                    Questions.valuesLeft(from, key, moved).text());
        }
        if (moved.isEmpty() && areSame && isClassOf(detection, former, leaving, key)) {
            if (!detection.questioner().rowsLeft(from, key)) {
                throw new DetectionStoppedException(
                        Questions.rowsLeft(from, key).text());
            }
        }
    }

    /**
     * Nothing but its class tells the rows of a class without columns of its own, which gets a table of its own. The column
     * that does isn't told apart from an attribute's: if in doubt, it is one.
     */
    private static boolean isClassOf(Detection detection, ModelKey former, List<String> leaving, ModelKey key) {
        ModelState rows = detection.start().model(former);
        return detection.lineage().isNew(key)
                && !key.isPart()
                && detection.to().hasModel(detection.lineage().present(former))
                && SameRows.mayExtend(detection.to(), key, detection.lineage().present(former))
                && rows.fields().values().stream()
                        .filter(field -> leaving.containsAll(field.columns()))
                        .anyMatch(field -> tells(field, key));
    }

    /** Where the history doesn't say what values mean, any field that may tell classes counts. */
    private static boolean tells(Field field, ModelKey key) {
        Meaning meaning = field.meaning();
        return meaning == null
                ? mayTellClasses(field)
                : meaning.kind() == Meaning.Kind.CLASSES && meaning.values().containsKey(key.name());
    }

    /** Such a field is named after its column, and has a text, a character or a number for each row. */
    private static boolean mayTellClasses(Field field) {
        return !field.isNullable()
                && !field.isUnique()
                && field.columns().stream()
                        .allMatch(column -> Lineage.folded(column).equals(Lineage.folded(field.name())))
                && field.type() instanceof ColumnType type
                && (type.family().isEnumeration()
                        || type.family() == TypeFamily.TEXT
                        || type.family() == TypeFamily.INTEGER);
    }
}

package io.kuaka.autodetect.detector;

import io.kuaka.operation.RenameField;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ConversionRules;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds renamed fields; their other changes are left to {@link AlteredFields}.
 *
 * <p>The likeliest pair of all is asked about first. Nobody is asked if a new field has exactly the columns of a
 * removed one, and these can hold the same values. A history follows the model whose history it is, which comes first.
 */
public final class RenamedFields implements Detector {
    /** A removed field and the new one that it may be. */
    private record Pair(Field old, Field now, double score) {
        boolean isOneOf(Set<String> names) {
            return !Collections.disjoint(names, names());
        }

        /** Returns both names; a name that stays is no rename, so that the two sets have none in common. */
        List<String> names() {
            return List.of(old.name(), now.name());
        }
    }

    @Override
    public void detect(Detection detection) {
        List<ModelKey> models = detection.changedModels().stream()
                .sorted(Comparator.comparing((ModelKey key) ->
                                detection.hints().historyOf(key).isPresent())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        PassedFieldNames.detect(detection);
        for (ModelKey key : models) {
            told(detection, key).forEach(pair -> propose(detection, key, pair));
            askAbout(detection, key);
        }
    }

    private static void askAbout(Detection detection, ModelKey key) {
        Set<String> taken = new HashSet<>();
        Set<String> sure = new HashSet<>();
        List<Pair> pairs = ranked(detection, key);
        for (Pair pair : pairs) {
            if (!pair.isOneOf(taken)) {
                boolean isSure = isSure(detection, key, pair, pairs);
                if (isSure || isAgreed(detection, key, pair)) {
                    propose(detection, key, pair);
                    taken.addAll(pair.names());
                    sure.addAll(isSure ? pair.names() : List.of());
                }
            } else if (!pair.isOneOf(sure)
                    && !detection.questioner().openQuestions().isEmpty()) {
                // Nobody has answered, so that all candidates are listed.
                detection.questioner().fieldRename(key, pair.old(), pair.now());
            }
        }
    }

    private static List<Pair> told(Detection detection, ModelKey key) {
        return pairs(detection, key)
                .filter(pair -> isTold(detection, key, pair))
                .toList();
    }

    private static List<Pair> ranked(Detection detection, ModelKey key) {
        return pairs(detection, key)
                .filter(pair -> pair.score() >= Similarity.WORTH_ASKING)
                .sorted(Comparator.comparing((Pair pair) -> !hasSameColumns(detection, pair))
                        .thenComparing(
                                pair -> pair.old().isReference() != pair.now().isReference())
                        .thenComparing(Comparator.comparingDouble(Pair::score).reversed())
                        .thenComparing(pair -> pair.now().name())
                        .thenComparing(pair -> pair.old().name()))
                .toList();
    }

    private static Stream<Pair> pairs(Detection detection, ModelKey key) {
        ModelState before = detection.from().model(key);
        ModelState to = detection.to().model(key);
        Set<String> added = detection.remaining(key).fields().added();
        return detection.remaining(key).fields().removed().stream()
                .map(before::field)
                .flatMap(old ->
                        added.stream().map(to::field).map(now -> new Pair(old, now, Similarity.ofFields(old, now))));
    }

    private static boolean isTold(Detection detection, ModelKey key, Pair pair) {
        return detection
                        .hints()
                        .formerName(key, pair.now().name())
                        .filter(pair.old().name()::equals)
                        .isPresent()
                || HistoryColumns.follows(detection, key, pair.old(), pair.now());
    }

    private static boolean isSure(Detection detection, ModelKey key, Pair pair, List<Pair> pairs) {
        boolean isOnly =
                pairs.stream().filter(other -> other.now().equals(pair.now())).count() == 1;
        return hasSameColumns(detection, pair)
                || (isOnly && isSameEnd(key, pair))
                || (isOnly && isSameLink(detection, key, pair, pairs));
    }

    /** The columns stay, and their types keep all values, be it a reference or a plain value. */
    private static boolean hasSameColumns(Detection detection, Pair pair) {
        Field old = pair.old();
        Field now = pair.now();
        return folded(old).equals(folded(now))
                && old.generated() == null
                && now.generated() == null
                && keepAllValues(detection.formerTypes(old), now.type().columnTypes(detection.to()));
    }

    private static List<String> folded(Field field) {
        return field.columns().stream().map(Lineage::folded).toList();
    }

    private static boolean keepAllValues(List<ColumnType> before, List<ColumnType> after) {
        return before.size() == after.size()
                && IntStream.range(0, before.size()).allMatch(i -> keepsAllValues(before.get(i), after.get(i)));
    }

    /** Values of another family, or other constants, may mean something else. */
    private static boolean keepsAllValues(ColumnType before, ColumnType after) {
        return before.equals(after)
                || (before.family() == after.family()
                        && !before.family().isEnumeration()
                        && ConversionRules.of(before, after) == ConversionRules.Verdict.LOSSLESS);
    }

    private static boolean isAgreed(Detection detection, ModelKey key, Pair pair) {
        boolean isAgreed = detection.questioner().fieldRename(key, pair.old(), pair.now());
        if (!isAgreed) {
            detection.lineage().settled(key, pair.old().columns());
        }
        return isAgreed;
    }

    /** The ends of a join table are named after the entities, so there is nothing to ask. */
    private static boolean isSameEnd(ModelKey key, Pair pair) {
        return key.isPart() && pair.old().isReference() && pair.now().isReference();
    }

    /** An entity that was a join table refers by one attribute only to what the table referred to by one column. */
    private static boolean isSameLink(Detection detection, ModelKey key, Pair pair, List<Pair> pairs) {
        return detection.lineage().former(key).filter(ModelKey::isPart).isPresent()
                && pair.old().isReference()
                && pair.now().isReference()
                && pair.now().refersTo(pair.old().requireReference().to())
                && pairs.stream()
                        .noneMatch(other -> other.old().equals(pair.old())
                                && !other.equals(pair)
                                && other.now().isReference());
    }

    private static void propose(Detection detection, ModelKey key, Pair pair) {
        Field old = pair.old();
        Field now = pair.now();
        propose(detection, key, old, now);
    }

    static void propose(Detection detection, ModelKey key, Field old, Field now) {
        detection.lineage().fieldRenamed(key, old.name(), now.name());
        RenameField rename = new RenameField(key.name(), old.name(), now.name());
        boolean columnsStay =
                old.hasDefaultColumns() && (now.columns().equals(old.columns()) || isShared(detection, key, old));
        detection.propose(Proposal.of(key.app(), columnsStay ? rename.keepingColumns() : rename)
                .providing(
                        Event.fieldAdded(key, now.name()),
                        Event.fieldRemoved(key, old.name()),
                        Event.fieldNameFreed(key, old.name()))
                .needing(detection.usedBefore(key, old.name()))
                .needing(Event.fieldNameFreed(key, now.name()))
                .needing(Prerequisites.columns(detection, key, now)));
        detection.fieldRenamed(key);
    }

    /** A field gets other columns when the others that share them have left, whose values would go with them in reverse. */
    private static boolean isShared(Detection detection, ModelKey key, Field field) {
        return detection.from().model(key).fields().values().stream()
                .anyMatch(other ->
                        !other.name().equals(field.name()) && !Collections.disjoint(other.columns(), field.columns()));
    }
}

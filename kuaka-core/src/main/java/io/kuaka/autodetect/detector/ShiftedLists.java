package io.kuaka.autodetect.detector;

import io.kuaka.expression.RawSql;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.ShiftPositions;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.fact.ListPosition;
import io.kuaka.state.fact.Meaning;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds lists that begin at another position than before ({@code @ListIndexBase}), and shifts the positions in rows if the user
 * wants it: they may have been like this before, and only the mapping was wrong.
 *
 * <p>A history that says nothing has the check of newer lines of Hibernate, or lists that begin at 0.
 */
public final class ShiftedLists implements Detector {
    private static final Pattern BASE = Pattern.compile("\\W*(\\w+)\\W*>= *(\\d{1,9})");

    @Override
    public void detect(Detection detection) {
        detection.to().models().forEach((key, model) -> {
            if (detection.from().hasModel(key)) {
                model.fields().values().forEach(field -> detect(detection, key, field));
            }
        });
    }

    private static void detect(Detection detection, ModelKey key, Field field) {
        Map<String, Field> former = detection.lineage().formerFields(key);
        Field old = former.get(field.name());
        Field present = detection.from().model(key).fields().get(field.name());
        List<ListPosition> lists = detection.lists().of(key, field);
        if (old == null || present == null) {
            return;
        }
        boolean isChanged = false;
        for (ListPosition list : lists) {
            boolean hasRows = !list.owner().isEmpty() && former.keySet().containsAll(list.owner());
            int by = hasRows ? list.base() - formerBase(detection, key, old, owner(former, list), lists.size()) : 0;
            if (by != 0) {
                isChanged = true;
                shift(detection, key, field, list, by);
            }
        }
        if (isChanged && present.meaning() == null && field.meaning() != null) {
            detection.propose(Proposal.of(key.app(), new AlterField(key.name(), present.withMeaning(field.meaning()))));
        }
    }

    private static void shift(Detection detection, ModelKey key, Field field, ListPosition list, int by) {
        if (detection.questioner().positionsShifted(key, field, list, by)) {
            List<String> owner = key.isPart() ? List.of() : list.owner();
            detection.propose(Proposal.of(key.app(), new ShiftPositions(key.name(), field.name(), by, owner))
                    .needing(Event.fieldAdded(key, field.name())));
        }
    }

    /** Returns the fields of the owner as they were called at the start. */
    private static List<String> owner(Map<String, Field> former, ListPosition list) {
        return list.owner().stream()
                .map(name -> Objects.requireNonNull(former.get(name)).name())
                .toList();
    }

    private static int formerBase(Detection detection, ModelKey key, Field old, List<String> owner, int lists) {
        Meaning meaning = old.meaning();
        if (meaning != null) {
            return meaning.kind() == Meaning.Kind.POSITIONS ? new ListPosition(owner, 0).in(meaning) : 0;
        }
        ModelState start =
                detection.start().model(detection.lineage().former(key).orElse(key));
        return lists > 1 ? 0 : checked(start, old).orElse(0);
    }

    private static OptionalInt checked(ModelState model, Field field) {
        return model.constraints().values().stream()
                .filter(constraint -> constraint.uses(field))
                .flatMap(constraint ->
                        constraint instanceof CheckConstraint check && check.condition() instanceof RawSql raw
                                ? base(raw.sql(), field).stream()
                                : Optional.<Integer>empty().stream())
                .mapToInt(base -> base)
                .findFirst();
    }

    private static Optional<Integer> base(String check, Field field) {
        Matcher matcher = BASE.matcher(check);
        boolean isBase = matcher.matches()
                && matcher.group(1).equalsIgnoreCase(field.columns().get(0));
        return isBase ? Optional.of(Integer.valueOf(matcher.group(2))) : Optional.empty();
    }
}

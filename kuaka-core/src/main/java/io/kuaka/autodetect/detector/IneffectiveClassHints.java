package io.kuaka.autodetect.detector;

import io.kuaka.autodetect.question.Questions;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Finds former names of classes and constants that rows can't follow. */
final class IneffectiveClassHints {
    private final ModelKey key;
    private final Field field;
    private final List<String> before;
    private final List<String> now;
    private final SortedMap<String, String> hints;

    private IneffectiveClassHints(
            ModelKey key, Field field, List<String> before, List<String> now, SortedMap<String, String> hints) {
        this.key = key;
        this.field = field;
        this.before = before;
        this.now = now;
        this.hints = hints;
    }

    /** Returns the hints of the classes whose rows are in the table of a model that was there before. */
    static List<IneffectiveHint> of(Detection detection, ModelKey key, ModelState model) {
        Map<String, Field> formerFields = detection.lineage().formerFields(key);
        List<IneffectiveHint> found = new ArrayList<>();
        for (Field field : model.fields().values()) {
            SortedMap<String, String> hints = detection.hints().formerValues(key, field.name());
            Field old = formerFields.get(field.name());
            ModelKey former = detection.lineage().former(key).orElse(key);
            if (!hints.isEmpty() && old != null) {
                if (former.equals(key)) {
                    hints.remove(key.name()); // was renamed long ago
                }
                List<String> before = RenamedConstants.values(detection.start().model(former), old);
                List<String> now = RenamedConstants.values(model, field);
                found.addAll(new IneffectiveClassHints(key, field, before, now, hints).find());
            }
        }
        return found;
    }

    private List<IneffectiveHint> find() {
        List<IneffectiveHint> found = new ArrayList<>();
        hints.forEach((name, former) -> {
            if (!before.contains(name) && (before.isEmpty() || now.isEmpty())) {
                found.add(unlisted(name, former));
            } else if (!before.contains(name) && !before.contains(former)) {
                found.add(unknown(name, former));
            }
        });
        return found;
    }

    private IneffectiveHint unknown(String name, String former) {
        String place = key + "." + field.name();
        boolean isConstant = Questions.constant(field).equals("constant");
        List<String> removed = new ArrayList<>(before);
        removed.removeAll(now);
        removed.removeAll(hints.values()); // by another hint
        return IneffectiveHint.nothingRemoved(
                isConstant ? place + "." + name : key.sibling(name).toString(),
                former,
                "so no rows follow: \"" + place + "\" has no " + Questions.constant(field) + " \"" + former + "\"",
                removed);
    }

    private IneffectiveHint unlisted(String name, String former) {
        return new IneffectiveHint(
                key.sibling(name).toString(),
                former,
                "so rows with \"" + former + "\" in \"" + key + "." + field.name()
                        + "\" keep it: no check lists the names of classes there, as Hibernate 7 makes one.",
                "Add a RunSql that updates them to \"" + name
                        + "\" to a migration, unless that is done, and remove the annotation.");
    }
}

package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A former name that the code states for something new, while nothing of that name is removed: it may be misspelled.
 *
 * <p>A hint whose present name was there before says nothing any more, and is none of these, but for one of an exchange that
 * was done: it would hide the next one.
 *
 * @param subject what has the hint, as in {@code catalog.Book.title}
 * @param former the name that the hint gives
 * @param explanation what the hint has found, and would have to find
 * @param wayOut what to do about it
 */
public record IneffectiveHint(String subject, String former, String explanation, String wayOut) {
    /** Returns the hints that had no effect in a detection that has ended. */
    public static List<IneffectiveHint> of(Detection detection) {
        List<IneffectiveHint> found = new ArrayList<>();
        detection.to().models().forEach((key, model) -> {
            if (!detection.lineage().isNew(key)) {
                addFields(found, detection, key, model);
                found.addAll(IneffectiveClassHints.of(detection, key, model));
            } else if (isKnownApp(detection, key.app())) {
                addModel(found, detection, key);
            }
        });
        detection.pastExchanges().forEach((place, names) -> addPastExchange(found, place, names));
        return List.copyOf(found);
    }

    /** While such hints stay, another exchange of the same names looks like the one that was done. */
    private static void addPastExchange(List<IneffectiveHint> found, String place, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            found.add(new IneffectiveHint(
                    place + "." + names.get(i),
                    names.get((i + 1) % names.size()),
                    "as a migration has exchanged the names already; another exchange of them isn't noticed.",
                    "Remove the annotation."));
        }
    }

    private static boolean isKnownApp(Detection detection, String app) {
        return detection.start().models().keySet().stream()
                .anyMatch(key -> key.app().equals(app));
    }

    private static void addModel(List<IneffectiveHint> found, Detection detection, ModelKey key) {
        Predicate<ModelKey> isCandidate = key.isPart()
                ? before -> before.isPart() && before.owner().equals(key.owner())
                : before -> !before.isPart();
        List<String> removed = detection.lineage().removedModels().keySet().stream()
                .filter(before -> !detection.to().hasModel(before) && isCandidate.test(before))
                .filter(before -> !detection.left().models().contains(before))
                .map(before -> name(before, key))
                .toList();
        detection.hints().formerName(key).ifPresent(hint -> {
            String former = key.isPart() ? hint.substring(hint.lastIndexOf('.') + 1) : hint;
            if (key.isPart() && wasAttribute(detection, key.owner(), former)) {
                return;
            }
            String explanation = key.isPart()
                    ? "so its table is new: \"" + key.owner() + "\" has no table of an attribute \"" + former + "\""
                    : "so its table is new: there is no entity \"" + former + "\"";
            found.add(nothingRemoved(key.toString(), former, explanation, removed));
        });
    }

    /** A collection was a plain attribute before: {@link ReshapedAttributes} asks about its values. */
    private static boolean wasAttribute(Detection detection, ModelKey owner, String former) {
        return detection.lineage().formerFields(owner).keySet().stream()
                .anyMatch(field -> field.equals(former) || field.startsWith(former + "."));
    }

    /** A plain attribute was a collection before: {@link ReshapedAttributes} asks about its values. */
    private static boolean wasCollection(Detection detection, ModelKey owner, String former) {
        return detection.lineage().removedModels().keySet().stream()
                .anyMatch(before -> before.isPart()
                        && before.owner().equals(owner)
                        && before.attribute().equals(former));
    }

    /** Returns how the hint of {@code now} names a model. */
    private static String name(ModelKey before, ModelKey now) {
        if (now.isPart()) {
            return before.attribute();
        }
        return before.app().equals(now.app()) ? before.name() : before.toString();
    }

    private static void addFields(List<IneffectiveHint> found, Detection detection, ModelKey key, ModelState model) {
        List<String> before = List.copyOf(detection.lineage().formerFields(key).keySet());
        List<String> removed = before.stream()
                .filter(name -> !model.fields().containsKey(name))
                .toList();
        model.fields().keySet().stream().filter(name -> !before.contains(name)).forEach(name -> detection
                .hints()
                .formerName(key, name)
                .filter(former -> !wasCollection(detection, key, former))
                .ifPresent(former -> {
                    String explanation = "so its column is new: \"" + key + "\" has no attribute \"" + former + "\"";
                    found.add(nothingRemoved(key + "." + name, former, explanation, removed));
                }));
    }

    /** Returns a sentence about the hint, and what it would have to say. */
    public String describe() {
        return "@RenamedFrom(\"" + former + "\") on \"" + subject + "\" has no effect, " + explanation + " " + wayOut;
    }

    /** Returns a hint with a former name that nothing had which is removed. */
    static IneffectiveHint nothingRemoved(String subject, String former, String explanation, List<String> removed) {
        return new IneffectiveHint(subject, former, explanation + " that is removed.", wayOut(removed));
    }

    private static String wayOut(List<String> removed) {
        if (removed.isEmpty()) {
            return "Remove the annotation.";
        }
        String names = removed.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
        return removed.size() == 1
                ? "Write @RenamedFrom(" + names + ") if " + names + " was renamed, and make the migration again."
                : "Write the one of " + names + " that was renamed, and make the migration again.";
    }
}

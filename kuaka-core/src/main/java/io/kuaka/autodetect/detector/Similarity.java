package io.kuaka.autodetect.detector;

import io.kuaka.base.EditDistance;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ConversionRules;
import io.kuaka.state.ConversionRules.Verdict;
import io.kuaka.state.Field;
import io.kuaka.state.FieldType;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Measures how likely a rename is: 0 for impossible, more than 1 for things that differ only in their names. */
final class Similarity {
    /** Below this, nobody is asked. */
    static final double WORTH_ASKING = 0.5;

    /** Types that convert to each other are likely, and equal ones likelier. */
    private static final double LIKE_TYPES = 0.9;

    private static final ModelKey ANYWHERE = new ModelKey("any", "Model");

    private Similarity() {}

    /** Compares two models by their fields, whatever these refer to, then by their tables and names. */
    static double ofModels(ModelKey oldKey, ModelState before, ModelKey newKey, ModelState now) {
        double names = ofNames(oldKey.name(), newKey.name());
        List<Field> some = nameless(before);
        List<Field> others = nameless(now);
        if (sameMembers(some, others)) {
            return 1 + names;
        }
        boolean sameTable = before.table().equals(now.table())
                && (!before.table().equals(before.name()) || oldKey.isPart() != newKey.isPart());
        double fields = newKey.isPart() ? sharedRoles(before, now) : shared(before, now);
        return sameTable ? Math.max(fields, 0.9) : fields * 0.9 + names * 0.1;
    }

    /** Compares two fields of one model: their types first, then columns and names. */
    static double ofFields(Field before, Field now) {
        double names = ofNames(before.name(), now.name());
        if (nameless(before).equals(nameless(now)) || nameless(before).equals(nameless(keepingColumns(before, now)))) {
            return 1 + names;
        }
        boolean sameColumns = before.columns().equals(now.columns());
        double types = ofTypes(before.type(), now.type());
        if (types == 0 && !(sameColumns && (before.isReference() || now.isReference()))) {
            return 0;
        }
        return sameColumns ? 0.95 : types * 0.6 + names * 0.4;
    }

    /** Returns {@code now} with default columns if it kept the columns of {@code before}. */
    private static Field keepingColumns(Field before, Field now) {
        return now.columns().equals(before.columns()) && before.hasDefaultColumns()
                ? now.withColumns(now.type().defaultColumns(now.name()))
                : now;
    }

    private static List<Field> nameless(ModelState model) {
        return model.fields().values().stream()
                .map(Similarity::nameless)
                .map(field -> field.type() instanceof Reference reference
                        ? field.withType(reference.withTo(ANYWHERE))
                        : field)
                .toList();
    }

    private static Field nameless(Field field) {
        return field.withName("x").withIdGenerator(null).withMeaning(null);
    }

    private static boolean sameMembers(List<Field> some, List<Field> others) {
        List<Field> rest = new ArrayList<>(others);
        some.forEach(rest::remove);
        return some.size() == others.size() && rest.isEmpty();
    }

    /**
     * A field counts fully when it is equal, and half when only its name and kind are. The primary key tells little.
     */
    private static double shared(ModelState before, ModelState now) {
        double found = 0;
        int size = 0;
        for (Field field : before.fields().values()) {
            if (!field.isPrimaryKey()) {
                size++;
                Field other = now.fields().get(field.name());
                if (other != null) {
                    found += other.withMeaning(field.meaning()).equals(field)
                            ? 1
                            : ofTypes(field.type(), other.type()) / 2;
                }
            }
        }
        size += (int) now.fields().values().stream()
                .filter(field -> !field.isPrimaryKey() && !before.fields().containsKey(field.name()))
                .count();
        return size == 0 ? 0 : found / size;
    }

    /**
     * The fields of a join or collection table are named after their role, and their columns after entity and
     * attribute: only the types tell, including those of the key. The owner is the same and tells nothing.
     */
    private static double sharedRoles(ModelState before, ModelState now) {
        Set<String> roles = new HashSet<>(before.fields().keySet());
        roles.addAll(now.fields().keySet());
        roles.remove("owner");
        double found = 0;
        for (String role : roles) {
            Field some = before.fields().get(role);
            Field other = now.fields().get(role);
            if (some != null && other != null) {
                found += some.type().equals(other.type()) ? 1 : ofTypes(some.type(), other.type()) / 2;
            }
        }
        return roles.isEmpty() ? 0 : found / roles.size();
    }

    /**
     * Compares a join or collection table with an entity, which may be the same rows: the entity refers to the owner of the
     * table, and has what the table holds, under whatever names.
     */
    static double ofPartAndEntity(ModelKey partKey, ModelState part, ModelState entity) {
        List<Field> rest = new ArrayList<>(entity.fields().values());
        boolean hasOwner = rest.stream()
                .filter(field -> field.refersTo(partKey.owner()))
                .findFirst()
                .map(rest::remove)
                .orElse(false);
        rest.removeIf(field -> field.isPrimaryKey() && !field.isReference());
        List<Field> held = part.fields().values().stream()
                .filter(field -> !field.name().equals("owner"))
                .toList();
        double found = 0;
        for (Field field : held) {
            Optional<Field> likeliest = rest.stream().max(Comparator.comparingDouble(other -> ofFields(field, other)));
            double score = likeliest.map(other -> ofFields(field, other)).orElse(0.0);
            if (score >= WORTH_ASKING) {
                found++;
                rest.remove(likeliest.orElseThrow());
            }
        }
        return hasOwner && !held.isEmpty() ? found / held.size() * LIKE_TYPES : 0;
    }

    private static double ofTypes(FieldType before, FieldType now) {
        if (before instanceof ColumnType some && now instanceof ColumnType other) {
            if (some.equals(other)) {
                return 1;
            }
            boolean canBecome = ConversionRules.of(some, other) != Verdict.REFUSED;
            return canBecome && some.family().resembles(other.family()) ? LIKE_TYPES : 0;
        }
        return before instanceof Reference some
                        && now instanceof Reference other
                        && some.to().equals(other.to())
                ? 1
                : 0;
    }

    /** Returns 1 for equal names, 0 for names with nothing in common, by the edit distance. */
    static double ofNames(String before, String now) {
        String some = before.toLowerCase(Locale.ROOT);
        String other = now.toLowerCase(Locale.ROOT);
        int longest = Math.max(some.length(), other.length());
        boolean oneHoldsTheOther = some.contains(other) || other.contains(some);
        double letters = 1 - (double) EditDistance.between(some, other) / longest;
        return oneHoldsTheOther ? Math.max(letters, 0.7) : letters;
    }
}

package io.kuaka.autodetect.question;

import io.kuaka.graph.MergeConflict;
import io.kuaka.migration.MigrationKey;
import io.kuaka.source.JavaWords;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.fact.ListPosition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The wording of all questions, for the terminal, the answers file and the list of open ones. */
public final class Questions {
    private static final String ROWS_BY_SQL =
            "add a RunSql to the migration that inserts the rows, after the operation that creates the table and before the"
                    + " one that makes the reference.";

    private Questions() {}

    /** Returns the question of which value existing rows get for a new field. */
    public static OpenQuestion notNullAddition(ModelKey model, Field field) {
        String name = model + "." + field.name();
        return new OpenQuestion(
                "default " + name,
                "The new field \"" + field.name() + "\" of \"" + model
                        + "\" is NOT NULL and has no default. Which value do existing rows get?" + ofEachRow(field),
                values(field),
                "");
    }

    /**
     * Returns the question of which numbers the rows of a collection get that had no order so far, or the rows of an entity that
     * had no generated id.
     */
    public static OpenQuestion rowNumbers(ModelKey model, Field field) {
        boolean isKey = isKey(model, field);
        return new OpenQuestion(
                "default " + model + "." + field.name(),
                "The new field \"" + field.name() + "\" of \"" + model + "\" "
                        + (isKey
                                ? "is the key of its rows, which have no number"
                                : "orders its rows, which have no order")
                        + " so far. Which number does each get? " + Answers.NUMBERED + " counts "
                        + (isKey ? "them from 1" : "those of each owner from 0 (or the list's @ListIndexBase)")
                        + ", in the order of their values.",
                Answers.NUMBERED + " | " + Answers.VALUE_OF_EACH_ROW,
                "");
    }

    /** Returns whether the rows of an entity, rather than those of a collection, get a number. */
    public static boolean isKey(ModelKey model, Field field) {
        return !model.isPart() && field.isPrimaryKey();
    }

    /** Returns the question of which value rows with null get in a field that becomes NOT NULL. */
    public static OpenQuestion notNullAlteration(ModelKey model, Field field) {
        String name = model + "." + field.name();
        return new OpenQuestion(
                "default " + name,
                "The field \"" + field.name() + "\" of \"" + model
                        + "\" becomes NOT NULL. Which value do rows with null get?",
                isWide(field) ? Answers.IGNORE : Answers.valueOf(field.type()) + " | " + Answers.IGNORE,
                "");
    }

    /** Returns the question of what rows get in a new field without which another one is read as null. */
    public static OpenQuestion companionAddition(ModelKey model, Field field, Field values) {
        String what = isOffset(field)
                ? " holds the offset of \"" + values.name()
                        + "\" in seconds. Hibernate reads a time without it as null."
                        + " Which offset do existing rows get? 0 is +00:00, as NORMALIZE_UTC reads them."
                : " tells which entity \"" + values.name()
                        + "\" refers to. Hibernate reads a reference without it as null."
                        + " Which discriminator do existing rows get?";
        return new OpenQuestion(
                "default " + model + "." + field.name(),
                "The new field \"" + field.name() + "\" of \"" + model + "\"" + what,
                Answers.valueOf(field.type()) + " | " + Answers.IGNORE,
                "");
    }

    /** Returns the question whether a field is dropped although the values stay that it went with. */
    public static OpenQuestion companionDropped(ModelKey model, Field field, Field values) {
        String what = isOffset(field)
                ? "holds the offsets of \"" + values.name() + "\", which keeps its times without them"
                : "tells which entity \"" + values.name() + "\" refers to, and is removed: "
                        + (values.isReference()
                                ? "ids of other entities would be taken for those of \""
                                        + values.requireReference().to() + "\""
                                : "the ids stay, but not whose they are");
        return new OpenQuestion(
                "drop values of " + model + "." + String.join(" ", field.columns()),
                "The field \"" + field.name() + "\" of \"" + model + "\" " + what + ". Drop its values?",
                Answers.YES_OR_NO,
                values.isReference()
                        ? "If there are references to other entities, first move them to another attribute in a data migration,"
                                + " or set them to null."
                        : "To keep them, keep the attribute until a data migration has moved them elsewhere.");
    }

    private static boolean isOffset(Field field) {
        return field.name().endsWith(".zoneOffset");
    }

    /** Returns whether one value can't fill a field, because it refers by several columns. */
    static boolean isWide(Field field) {
        return field.columns().size() > 1;
    }

    private static String ofEachRow(Field field) {
        return field.isUnique() ? " It is unique, so that each row needs a value of its own." : "";
    }

    private static String values(Field field) {
        return field.isUnique() ? Answers.VALUE_OF_EACH_ROW : Answers.valueOf(field.type());
    }

    /** Returns the question whether a field was renamed. */
    public static OpenQuestion fieldRename(ModelKey model, Field before, Field now) {
        return new OpenQuestion(
                "rename " + model + "." + before.name() + " to " + now.name(),
                "Was the field \"" + before.name() + "\" of \"" + model + "\" renamed to \"" + now.name()
                        + "\"? Otherwise its values are dropped.",
                Answers.YES_OR_NO,
                "Or put @RenamedFrom(\"" + before.name() + "\") of kuaka-annotations on the attribute \"" + now.name()
                        + "\".");
    }

    /** Returns the question whether a model was renamed, or moved to another app. */
    public static OpenQuestion modelRename(ModelKey before, ModelKey now) {
        boolean sameApp = before.app().equals(now.app());
        String former = sameApp ? before.name() : before.toString();
        return new OpenQuestion(
                "rename " + before + " to " + (sameApp ? now.name() : now),
                "Was the model \"" + before + "\" " + (sameApp ? "renamed" : "moved") + " to \"" + now
                        + "\"? Otherwise its rows are dropped.",
                Answers.YES_OR_NO,
                now.isPart() ? "" : "Or put @RenamedFrom(\"" + former + "\") of kuaka-annotations on the entity.");
    }

    /**
     * Returns the question whether to drop the rows of a join table, or the values of a reference, with a new target.
     */
    public static OpenQuestion redirection(ModelKey model, Field reference, ModelKey before) {
        ModelKey now = reference.requireReference().to();
        String otherwise = " Otherwise they stay and refer to the rows of \"" + now
                + "\" with the same keys; the migration fails if there are none.";
        return model.isPart()
                ? new OpenQuestion(
                        "drop rows of " + model,
                        "The join table \"" + model + "\" refers to \"" + now + "\" now, but its rows hold keys of \""
                                + before + "\". Drop the rows?" + otherwise,
                        Answers.YES_OR_NO,
                        "To convert the rows, keep the old attribute until a data migration has filled the new one.")
                : new OpenQuestion(
                        "drop values of " + model + "." + String.join(" ", reference.columns()),
                        "The reference \"" + reference.name() + "\" of \"" + model + "\" points to \"" + now
                                + "\" now, but its values are keys of \"" + before + "\". Drop them?"
                                + otherwise,
                        Answers.YES_OR_NO,
                        "To convert the values, keep the old attribute until a data migration has filled the new one.");
    }

    /** Returns the question whether a constant of an enumeration, or another listed value, has another name now. */
    public static OpenQuestion constantRename(ModelKey model, Field field, String before, String now) {
        String name = model + "." + field.name();
        return new OpenQuestion(
                "rename " + name + "." + before + " to " + now,
                "Was the " + constant(field) + " \"" + before + "\" of \"" + name + "\" renamed to \"" + now
                        + "\"? Otherwise rows with \"" + before + "\" stop the migration.",
                Answers.YES_OR_NO,
                mayBeClass(field, now)
                        ? "Or put @RenamedFrom(\"" + before + "\") on the class \"" + now
                                + "\", if these are the names of classes."
                        : "");
    }

    /** Returns the question whether rows follow their classes, which seem to have exchanged their values. */
    public static OpenQuestion classesExchanged(ModelKey model, Field field, Map<String, String> moved) {
        String changes = moved.entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\" becomes \"" + each.getValue() + "\"")
                .collect(Collectors.joining(", "));
        return new OpenQuestion(
                "exchange " + model + "." + field.name() + "." + String.join(" and ", moved.keySet()),
                "The values of \"" + field.name() + "\" of \"" + model
                        + "\" seem to be those of other classes now (@DiscriminatorValue,"
                        + " @AnyDiscriminatorValue). Do rows follow their classes: " + changes
                        + "? Otherwise they keep the values that they have, and are of the class that has the value now.",
                Answers.YES_OR_NO,
                "If only names of classes have changed, the rows can keep their values: answer no.");
    }

    /** Returns the question whether marks of deleted rows are inverted, as they mark active rows from now on, or the contrary. */
    public static OpenQuestion marksInverted(ModelKey model, Field field, boolean isActive) {
        String column = field.columns().get(0);
        return new OpenQuestion(
                "invert values of " + model + "." + column,
                "By @SoftDelete, the column \"" + column + "\" of \"" + model + "\" marks "
                        + (isActive
                                ? "active rows now, and marked deleted ones"
                                : "deleted rows now, and marked active ones")
                        + ". Do true and false change places? Otherwise deleted rows are there again, and the others are hidden.",
                Answers.YES_OR_NO,
                "Answer no only if the rows have been changed already, or have always been marked like this.");
    }

    /** Returns the question whether a new table gets rows for the values that are to refer to them. */
    public static OpenQuestion rowsInserted(ModelKey model, Field reference) {
        return new OpenQuestion(
                "insert rows of " + reference.requireReference().to() + " for " + model + "." + reference.name(),
                withoutRows(model, reference)
                        + " Insert one for each value, with nothing but its key? Otherwise rows with such values stop the"
                        + " migration.",
                Answers.YES_OR_NO,
                "To insert them otherwise, answer no and " + ROWS_BY_SQL);
    }

    /** Returns the question whether a migration is written without the rows that values refer to, as they need other values. */
    public static OpenQuestion rowsMissing(ModelKey model, Field reference, List<String> required) {
        return new OpenQuestion(
                "leave out rows of " + reference.requireReference().to() + " for " + model + "." + reference.name(),
                withoutRows(model, reference) + " Kuaka can't insert them because of " + quoted(required)
                        + ": generated, or NOT NULL without a default. Write the migration without them? Rows with such"
                        + " values stop it then.",
                Answers.YES_OR_NO,
                "Answer yes and " + ROWS_BY_SQL);
    }

    private static String withoutRows(ModelKey model, Field reference) {
        return "The values of \"" + reference.name() + "\" of \"" + model + "\" are to refer to rows of \""
                + reference.requireReference().to() + "\", a new table without rows.";
    }

    /** Returns the question whether values stay that marked deleted rows and are an attribute's from now on, or the contrary. */
    public static OpenQuestion marksKept(ModelKey model, Field field, boolean isMark) {
        String column = field.columns().get(0);
        String what = "The column \"" + column + "\" of \"" + model + "\" ";
        return new OpenQuestion(
                "keep values of " + model + "." + column,
                isMark
                        ? what
                                + "holds the values of an attribute, which mark deleted rows from now on (@SoftDelete): rows are"
                                + " hidden by what they have there. Keep the values?"
                        : what + "marked deleted rows (@SoftDelete), and holds the values of \"" + field.name()
                                + "\" from now on: deleted rows are there again. Keep the values?",
                Answers.YES_OR_NO,
                "To change them, answer yes and add a RunSql to the migration, or delete such rows before.");
    }

    /** Returns the question whether values become what a converter stores now for the same constants. */
    public static OpenQuestion valuesTranslated(ModelKey model, Field field, Map<?, ?> values) {
        String changes = values.entrySet().stream()
                .filter(each -> !each.getKey().equals(each.getValue()))
                .map(each -> "\"" + each.getKey() + "\" becomes \"" + each.getValue() + "\"")
                .collect(Collectors.joining(", "));
        boolean isMerged = Set.copyOf(values.values()).size() < values.size();
        return new OpenQuestion(
                "translate values of " + model + "." + field.columns().get(0),
                "The constants of \"" + field.name() + "\" of \"" + model + "\" are stored as other values now: "
                        + changes
                        + ". Are the values of rows translated?"
                        + (isMerged ? " Some constants are one value then, and can't be told apart any more." : "")
                        + " Otherwise they stay as they are, and are read by the new mapping.",
                Answers.YES_OR_NO,
                "Answer no only if the rows have been changed already, or have always had the new values.");
    }

    /**
     * Returns the question whether values stay that are stored in another way from now on.
     *
     * @param before how they were stored; empty for nothing but the type
     */
    public static OpenQuestion valuesKept(ModelKey model, Field field, String before, String now) {
        return new OpenQuestion(
                "keep values of " + model + "." + field.columns().get(0),
                "The values of \"" + field.name() + "\" of \"" + model + "\" were stored " + how(before)
                        + ", and are stored " + how(now)
                        + " from now on. What the values of rows become isn't known. Do they stay as they are?",
                Answers.YES_OR_NO,
                "To convert them, answer yes and add a RunSql or a RunJava to the migration. If only a class has another name, put"
                        + " @RenamedFrom of kuaka-annotations on it.");
    }

    private static String how(String storage) {
        return storage.isEmpty() ? "as their type says" : "by " + storage;
    }

    /** Returns the question whether positions in lists change by a number, as the lists begin at another one from now on. */
    public static OpenQuestion positionsShifted(ModelKey model, Field field, ListPosition list, int by) {
        int before = list.base() - by;
        String whose = model.isPart() ? "" : " of " + String.join(" ", list.owner());
        return new OpenQuestion(
                "shift positions of " + model + "." + field.name() + whose + " from " + before + " to " + list.base(),
                "By @ListIndexBase, the lists in \"" + field.name() + "\" of \"" + model + "\""
                        + (whose.isEmpty() ? "" : " that belong to \"" + String.join(" ", list.owner()) + "\"")
                        + " begin at " + list.base() + ", and began at " + before
                        + ". Do the positions of existing rows follow? Otherwise lists that began at " + before
                        + " can't be read, or get elements that are null.",
                Answers.YES_OR_NO,
                "Answer no only if the rows have been changed already, or have always had such positions.");
    }

    /** Returns the question whether names exchange what they have. */
    public static OpenQuestion exchange(String place, List<String> names) {
        return new OpenQuestion(
                "exchange " + place + "." + String.join(" and ", names),
                "By @RenamedFrom, " + quoted(names) + " of \"" + place
                        + "\" have exchanged their names. Do their rows or values"
                        + " follow? Otherwise they stay with the names that they have.",
                Answers.YES_OR_NO,
                "If they stay, or exchanged their names long ago, remove the annotations: it is asked again while they are there.");
    }

    /** Returns what a question calls a value that is one of those listed for a field. */
    public static String constant(Field field) {
        return isEnumeration(field) ? "constant" : "value";
    }

    private static boolean isEnumeration(Field field) {
        return field.type() instanceof ColumnType type && type.family().isEnumeration();
    }

    private static boolean mayBeClass(Field field, String name) {
        return !isEnumeration(field) && JavaWords.isName(name);
    }

    /** Returns the question whether to drop the values of columns that are created again. */
    public static OpenQuestion valuesDropped(ModelKey model, List<String> columns) {
        String names = quoted(columns);
        return new OpenQuestion(
                "drop values of " + model + "." + String.join(" ", columns),
                "The existing values of " + names + " in the table of \"" + model
                        + "\" would be lost, or replaced by others. Drop them?",
                Answers.YES_OR_NO,
                "To keep them, change one thing at a time, or convert them in a data migration between two steps.");
    }

    private static String quoted(List<String> columns) {
        return columns.stream().map(column -> "\"" + column + "\"").collect(Collectors.joining(", "));
    }

    /** Returns the question whether to drop the values of columns that another table of the same rows gets. */
    public static OpenQuestion valuesLeft(ModelKey from, ModelKey to, List<String> columns) {
        String coming = from.isPartOf(to) || to.isPartOf(from) ? "the attribute" : "a column of that name";
        return new OpenQuestion(
                "drop moved values of " + from + "." + String.join(" ", columns),
                "The table of \"" + from + "\" loses " + quoted(columns) + ", and the table of \"" + to + "\" gets "
                        + coming + ", but the values aren't copied there. Drop them?",
                Answers.YES_OR_NO,
                "To keep them, answer yes and add a RunSql to the migration that copies them: after the operation that adds"
                        + " the column, and before the one that removes it, which may have to change places.");
    }

    /** Returns the question whether to leave rows in a table that no longer tells which class they are of. */
    public static OpenQuestion rowsLeft(ModelKey from, ModelKey to) {
        return new OpenQuestion(
                "leave rows of " + to + " in " + from.name(),
                "\"" + to + "\" gets a table of its own, but its rows aren't moved there, and the table of \"" + from
                        + "\" loses the column that tells its classes apart. Leave them there?",
                Answers.YES_OR_NO,
                "To move them, answer yes and add a RunSql to the migration that does it: after the operation that creates the"
                        + " new table, and before the one that removes the column.");
    }

    /** Returns the question whether to copy links before the attribute that holds them is removed. */
    public static OpenQuestion linksCopied(String app, String from, String to) {
        return new OpenQuestion(
                "copy links of " + app + "." + from + " to " + to,
                "\"" + from + "\" of app \"" + app + "\" is removed, and \"" + to
                        + "\" links the same entities. Copy the links there? Otherwise they are dropped.",
                Answers.YES_OR_NO,
                "The copy is an operation of the migration, which you can review and change.");
    }

    /** Returns the question whether to drop links that can't be copied. */
    public static OpenQuestion linksDropped(String app, String from, String to) {
        return new OpenQuestion(
                "drop links of " + app + "." + from,
                "\"" + from + "\" of app \"" + app + "\" is removed. \"" + to
                        + "\" links the same entities, but the links can't be copied there. Drop them?",
                Answers.YES_OR_NO,
                "To keep them, keep the old attribute until a data migration has filled the new one.");
    }

    /** Returns the question whether to merge branches although their order may matter. */
    public static OpenQuestion merge(String app, List<MigrationKey> leaves, List<MergeConflict> clashes) {
        String names = leaves.stream().map(MigrationKey::name).collect(Collectors.joining(" "));
        String reasons = clashes.stream().map(MergeConflict::toString).collect(Collectors.joining(" "));
        return new OpenQuestion(
                "merge " + app + " " + names,
                "Merge the branches " + names.replace(" ", ", ") + " of \"" + app
                        + "\", although they may give different results in different orders? " + reasons,
                Answers.YES_OR_NO,
                "");
    }
}

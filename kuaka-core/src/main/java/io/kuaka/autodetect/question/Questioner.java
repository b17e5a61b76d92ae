package io.kuaka.autodetect.question;

import io.kuaka.expression.Expression;
import io.kuaka.graph.MergeConflict;
import io.kuaka.migration.MigrationKey;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.fact.ListPosition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Answers questions that the two states alone can't answer.
 *
 * <p>The terminal is one questioner, {@link AnswersQuestioner} the one for runs without a terminal. Each method may
 * throw a {@link io.kuaka.base.MigrationException} to stop the run.
 */
public interface Questioner {
    /** Returns the value that existing rows get in a new NOT NULL field without a default. */
    Expression notNullAddition(ModelKey model, Field field);

    /**
     * Returns the numbers that the rows of a collection get in a new column that orders it, or the rows of an entity in a new
     * generated id.
     *
     * @param numbers counts the rows of each owner from 0, or all rows from 1
     */
    default Expression rowNumbers(ModelKey model, Field field, Expression numbers) {
        return notNullAddition(model, field);
    }

    /**
     * Returns the value for rows that have null in a field that becomes NOT NULL; empty if there are none, or if
     * another migration handles them.
     */
    Optional<Expression> notNullAlteration(ModelKey model, Field field);

    /**
     * Returns what existing rows get in a new field without which Hibernate reads null for another one: which entity an {@code
     * @Any} refers to, or the offset of a time. Empty if they get nothing, as by default.
     *
     * @param values the field whose values are there already
     */
    default Optional<Expression> companionAddition(ModelKey model, Field field, Field values) {
        return Optional.empty();
    }

    /**
     * Returns whether a field is dropped although the values stay that it went with; by default not.
     *
     * @param values the field whose values stay
     */
    default boolean companionDropped(ModelKey model, Field field, Field values) {
        return false;
    }

    /** Returns whether the field {@code before} is now {@code now}; the likeliest pair is asked about first. */
    boolean fieldRename(ModelKey model, Field before, Field now);

    /** Returns whether the model {@code before} is now {@code now}, which may be in another app. */
    boolean modelRename(ModelKey before, ModelKey now);

    /**
     * Returns whether the values of a reference, or all rows of a join table, are dropped because it refers to another
     * model than {@code before}; otherwise they stay, and refer to the rows with the same keys.
     */
    boolean redirection(ModelKey model, Field reference, ModelKey before);

    /**
     * Returns whether the values of columns are dropped although the table of {@code model} has columns with these
     * names afterwards, which are created again, empty or with a one-off value; or although it has their fields, which
     * share the column of another field then.
     */
    boolean valuesDropped(ModelKey model, List<String> columns);

    /**
     * Returns whether the values of columns are dropped although {@code to} gets columns with these names for rows of the
     * same entities: nothing copies them there.
     */
    boolean valuesLeft(ModelKey from, ModelKey to, List<String> columns);

    /**
     * Returns whether rows stay in the table of {@code from} although {@code to}, a class of its hierarchy, gets a table of its
     * own, and nothing tells them apart from others any more; by default not.
     */
    default boolean rowsLeft(ModelKey from, ModelKey to) {
        return false;
    }

    /**
     * Returns whether the links between rows are copied from one attribute to another before the first one is removed;
     * otherwise they are dropped. Attributes are named as in {@code Pet.owner}.
     */
    boolean linksCopied(String app, String from, String to);

    /**
     * Returns whether the links between rows are dropped with the attribute {@code from}, although {@code to} is new and
     * links the same entities: nothing can copy them there.
     */
    boolean linksDropped(String app, String from, String to);

    /**
     * Returns whether a constant of an enumeration, or a value that a check lists, has another name now; otherwise rows that
     * have it stop the migration. By default not.
     */
    default boolean constantRename(ModelKey model, Field field, String before, String now) {
        return false;
    }

    /**
     * Returns whether rows follow their classes, which seem to have exchanged the values that tell them apart; otherwise they keep
     * these values, and are rows of other classes. By default not.
     *
     * @param moved what each value becomes
     */
    default boolean classesExchanged(ModelKey model, Field field, Map<String, String> moved) {
        return false;
    }

    /**
     * Returns whether true becomes false and false true in a field, as it marked deleted rows and marks active ones from now on,
     * or the contrary. By default not.
     *
     * @param isActive whether it marks active rows from now on
     */
    default boolean marksInverted(ModelKey model, Field field, boolean isActive) {
        return false;
    }

    /**
     * Returns whether a new table gets a row for each value of a field that becomes a reference to it, with its key alone;
     * otherwise such values stop the migration. By default not.
     */
    default boolean rowsInserted(ModelKey model, Field reference) {
        return false;
    }

    /**
     * Returns whether a migration is written that rows with values of a field stop, which becomes a reference to a new table: its
     * rows need values that Kuaka doesn't know. By default so.
     *
     * @param required the fields without which rows can't be inserted
     */
    default boolean rowsMissing(ModelKey model, Field reference, List<String> required) {
        return true;
    }

    /**
     * Returns whether the values of a field stay that marked deleted rows, and are those of an attribute from now on, or the
     * contrary; otherwise nothing is detected. By default not.
     *
     * @param isMark whether it marks deleted rows from now on
     */
    default boolean marksKept(ModelKey model, Field field, boolean isMark) {
        return false;
    }

    /**
     * Returns whether the values of rows become what the constants that they stand for are stored as from now on; otherwise they
     * stay. By default so.
     *
     * @param values what each value becomes
     */
    default boolean valuesTranslated(ModelKey model, Field field, Map<?, ?> values) {
        return true;
    }

    /**
     * Returns whether values stay as they are that are stored in another way from now on, by another converter; otherwise nothing
     * is detected. By default not.
     *
     * @param before how they were stored; empty for nothing but the type
     */
    default boolean valuesKept(ModelKey model, Field field, String before, String now) {
        return false;
    }

    /**
     * Returns whether positions in lists change by a number, as the lists begin at another one from now on. By default not.
     *
     * @param by what the positions increase by
     */
    default boolean positionsShifted(ModelKey model, Field field, ListPosition list, int by) {
        return false;
    }

    /**
     * Returns whether names exchange what they have, as the code states former names that are each other's; by default
     * not.
     *
     * @param place what has the names: an app, a model, or a field with such values
     */
    default boolean exchange(String place, List<String> names) {
        return false;
    }

    /** Returns whether an app without any migration gets its first one. */
    default boolean initial(String app) {
        return true;
    }

    /** Returns whether branches are to be merged although their order may matter; by default not. */
    default boolean merge(String app, List<MigrationKey> leaves, List<MergeConflict> clashes) {
        return false;
    }

    /** Returns the keys of prepared answers that weren't asked for. */
    default SortedSet<String> unusedAnswers() {
        return new TreeSet<>();
    }

    /** Returns the questions that were asked and not answered; if there are any, the result doesn't count. */
    default List<OpenQuestion> openQuestions() {
        return List.of();
    }
}

package io.kuaka.autodetect.question;

import io.kuaka.expression.Expression;
import io.kuaka.graph.MergeConflict;
import io.kuaka.migration.MigrationKey;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Answers what the two states alone can't tell.
 *
 * <p>The terminal is one questioner, {@link AnswersQuestioner} the one for runs without a terminal. Each method may throw
 * a {@link io.kuaka.base.MigrationException} to stop the run.
 */
public interface Questioner {
    /** Returns the value that existing rows get for a new field that has none for them. */
    Expression notNullAddition(ModelKey model, Field field);

    /**
     * Returns the value for rows that have null in a field that becomes NOT NULL; empty where there are none
     * such or they are dealt with elsewhere.
     */
    Optional<Expression> notNullAlteration(ModelKey model, Field field);

    /** Returns whether the field {@code before} is now {@code now}; the likeliest pair is asked about first. */
    boolean fieldRename(ModelKey model, Field before, Field now);

    /** Returns whether the model {@code before} is now {@code now}, which may be in another app. */
    boolean modelRename(ModelKey before, ModelKey now);

    /**
     * Returns whether the values of a reference, or all rows of a join table, are dropped because it refers to another
     * model than {@code before}; otherwise they stay, and mean the rows of that model that have the same keys.
     */
    boolean redirection(ModelKey model, Field reference, ModelKey before);

    /**
     * Returns whether the values of columns are dropped, although the table of {@code model} has columns of these names
     * afterwards: they are made anew and are empty, or hold a one-off value.
     */
    boolean valuesDropped(ModelKey model, List<String> columns);

    /**
     * Returns whether the links between rows are copied from one attribute to another before the first one goes, whose
     * names are written as in {@code Pet.owner}; otherwise they are dropped.
     */
    boolean linksCopied(String app, String from, String to);

    /** Returns whether an app without any migration gets its first one. */
    default boolean initial(String app) {
        return true;
    }

    /** Returns whether branches are to be merged though their order may matter; nobody does that unseen. */
    default boolean merge(String app, List<MigrationKey> leaves, List<MergeConflict> clashes) {
        return false;
    }

    /** Returns the keys of answers that were prepared and not asked for. */
    default SortedSet<String> unusedAnswers() {
        return new TreeSet<>();
    }

    /** Returns the questions that were asked and not answered; with any of them the result doesn't count. */
    default List<OpenQuestion> openQuestions() {
        return List.of();
    }
}

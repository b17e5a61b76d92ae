package io.kuaka.autodetect.question;

import io.kuaka.expression.Expression;
import io.kuaka.graph.MergeConflict;
import io.kuaka.migration.MigrationKey;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.fact.ListPosition;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives prepared answers, and guesses nothing.
 *
 * <p>A question without an answer is kept as an open one. The run continues as if it had been answered, to find all
 * open questions at once, but its result doesn't count.
 */
public final class AnswersQuestioner implements Questioner {
    private final Map<String, String> answers;
    private final Map<String, OpenQuestion> open = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    /** Makes a questioner from the answers to questions by their keys, as {@link Answers#parse} reads them. */
    public AnswersQuestioner(Map<String, String> answers) {
        this.answers = Map.copyOf(answers);
    }

    /** Returns the questioner for runs without a terminal and without answers. */
    public static AnswersQuestioner withoutAnswers() {
        return new AnswersQuestioner(Map.of());
    }

    @Override
    public Expression notNullAddition(ModelKey model, Field field) {
        OpenQuestion question = Questions.notNullAddition(model, field);
        String answer = answer(question);
        return answer == null ? Expression.value(null) : read(() -> Answers.valueOfNew(question.key(), answer, field));
    }

    @Override
    public Expression rowNumbers(ModelKey model, Field field, Expression numbers) {
        OpenQuestion question = Questions.rowNumbers(model, field);
        String answer = answer(question);
        return answer == null || answer.equals(Answers.NUMBERED)
                ? numbers
                : read(() -> Answers.valueOfNew(question.key(), answer, field));
    }

    @Override
    public Optional<Expression> notNullAlteration(ModelKey model, Field field) {
        OpenQuestion question = Questions.notNullAlteration(model, field);
        String answer = answer(question);
        return answer == null || answer.equals(Answers.IGNORE)
                ? Optional.empty()
                : Optional.of(read(() -> Answers.value(question.key(), answer, field.type())));
    }

    @Override
    public Optional<Expression> companionAddition(ModelKey model, Field field, Field values) {
        OpenQuestion question = Questions.companionAddition(model, field, values);
        String answer = answer(question);
        return answer == null || answer.equals(Answers.IGNORE)
                ? Optional.empty()
                : Optional.of(read(() -> Answers.valueBeside(question.key(), answer, field, values)));
    }

    @Override
    public boolean companionDropped(ModelKey model, Field field, Field values) {
        return yes(Questions.companionDropped(model, field, values));
    }

    @Override
    public boolean fieldRename(ModelKey model, Field before, Field now) {
        return yes(Questions.fieldRename(model, before, now));
    }

    @Override
    public boolean modelRename(ModelKey before, ModelKey now) {
        return yes(Questions.modelRename(before, now));
    }

    @Override
    public boolean redirection(ModelKey model, Field reference, ModelKey before) {
        OpenQuestion question = Questions.redirection(model, reference, before);
        String answer = answer(question);
        // Only values that are dropped lead to more questions.
        return answer != null && Answers.yes(question.key(), answer);
    }

    @Override
    public boolean valuesDropped(ModelKey model, List<String> columns) {
        return yes(Questions.valuesDropped(model, columns));
    }

    @Override
    public boolean valuesLeft(ModelKey from, ModelKey to, List<String> columns) {
        return yes(Questions.valuesLeft(from, to, columns));
    }

    @Override
    public boolean rowsLeft(ModelKey from, ModelKey to) {
        return yes(Questions.rowsLeft(from, to));
    }

    @Override
    public boolean linksCopied(String app, String from, String to) {
        return yes(Questions.linksCopied(app, from, to));
    }

    @Override
    public boolean linksDropped(String app, String from, String to) {
        return yes(Questions.linksDropped(app, from, to));
    }

    @Override
    public boolean constantRename(ModelKey model, Field field, String before, String now) {
        return yes(Questions.constantRename(model, field, before, now));
    }

    @Override
    public boolean classesExchanged(ModelKey model, Field field, Map<String, String> moved) {
        return yes(Questions.classesExchanged(model, field, moved));
    }

    @Override
    public boolean marksInverted(ModelKey model, Field field, boolean isActive) {
        return yes(Questions.marksInverted(model, field, isActive));
    }

    @Override
    public boolean rowsInserted(ModelKey model, Field reference) {
        return yes(Questions.rowsInserted(model, reference));
    }

    @Override
    public boolean rowsMissing(ModelKey model, Field reference, List<String> required) {
        return yes(Questions.rowsMissing(model, reference, required));
    }

    @Override
    public boolean marksKept(ModelKey model, Field field, boolean isMark) {
        return yes(Questions.marksKept(model, field, isMark));
    }

    @Override
    public boolean valuesTranslated(ModelKey model, Field field, Map<?, ?> values) {
        return yes(Questions.valuesTranslated(model, field, values));
    }

    @Override
    public boolean valuesKept(ModelKey model, Field field, String before, String now) {
        return yes(Questions.valuesKept(model, field, before, now));
    }

    @Override
    public boolean positionsShifted(ModelKey model, Field field, ListPosition list, int by) {
        return yes(Questions.positionsShifted(model, field, list, by));
    }

    @Override
    public boolean exchange(String place, List<String> names) {
        return yes(Questions.exchange(place, names));
    }

    @Override
    public boolean merge(String app, List<MigrationKey> leaves, List<MergeConflict> clashes) {
        return yes(Questions.merge(app, leaves, clashes));
    }

    @Override
    public SortedSet<String> unusedAnswers() {
        SortedSet<String> unused = new TreeSet<>(answers.keySet());
        unused.removeAll(used);
        return unused;
    }

    @Override
    public List<OpenQuestion> openQuestions() {
        return List.copyOf(open.values());
    }

    /** While questions are open, an answer may only seem to be unsuitable: it may be about another field then. */
    private Expression read(Supplier<Expression> answer) {
        try {
            return answer.get();
        } catch (UnreadableAnswerException e) {
            if (open.isEmpty()) {
                throw e;
            }
            return Expression.value(null);
        }
    }

    private boolean yes(OpenQuestion question) {
        String answer = answer(question);
        return answer == null || Answers.yes(question.key(), answer);
    }

    private @Nullable String answer(OpenQuestion question) {
        String answer = answers.get(question.key());
        if (answer != null) {
            used.add(question.key());
        } else {
            open.putIfAbsent(question.key(), question);
        }
        return answer;
    }
}

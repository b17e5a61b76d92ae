package io.kuaka.cli.terminal;

import io.kuaka.autodetect.question.Answers;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.DetectionStoppedException;
import io.kuaka.autodetect.question.OpenQuestion;
import io.kuaka.autodetect.question.Questioner;
import io.kuaka.autodetect.question.Questions;
import io.kuaka.autodetect.question.UnreadableAnswerException;
import io.kuaka.expression.Expression;
import io.kuaka.graph.MergeConflict;
import io.kuaka.migration.MigrationKey;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.fact.ListPosition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Asks a person, except what an answers file already answers. */
public final class TerminalQuestioner implements Questioner {
    private static final String STOP = "Stop, and change the entity";
    private static final String EACH_ROW_HELP =
            "It is unique: enter sql followed by an SQL expression that differs from row to row, as in sql 'x' || id."
                    + " Type exit to stop.";

    private final Terminal terminal;
    private final Map<String, String> answers;
    private final AnswersQuestioner written;

    /**
     * Makes a questioner.
     *
     * @param answers what is answered already, by the key of its question
     */
    public TerminalQuestioner(Terminal terminal, Map<String, String> answers) {
        this.terminal = terminal;
        this.answers = answers;
        this.written = new AnswersQuestioner(answers);
    }

    @Override
    public Expression notNullAddition(ModelKey model, Field field) {
        OpenQuestion question = Questions.notNullAddition(model, field);
        if (isAnswered(question)) {
            return written.notNullAddition(model, field);
        }
        say("The new field '" + field.name() + "' of " + lower(model)
                + " is NOT NULL, but existing rows have no value for it.");
        choose(question, "Provide a one-off default for these rows now (it isn't kept)");
        return value(
                question,
                field.isUnique() ? EACH_ROW_HELP : help(field),
                answer -> Answers.valueOfNew(question.key(), answer, field));
    }

    @Override
    public Expression rowNumbers(ModelKey model, Field field, Expression numbers) {
        OpenQuestion question = Questions.rowNumbers(model, field);
        if (isAnswered(question)) {
            return written.rowNumbers(model, field, numbers);
        }
        boolean isKey = Questions.isKey(model, field);
        say("The new field '" + field.name() + "' of " + model
                + (isKey
                        ? " is the key of its rows, which have no number so far."
                        : " orders its rows, which have no order so far."));
        int choice = choose(
                question,
                isKey
                        ? "Count the rows from 1, in the order of their values"
                        : "Count the rows of each owner from 0 (or the list's @ListIndexBase), in the order of their values",
                "Provide an SQL expression for these rows now (it isn't kept)");
        return choice == 1
                ? numbers
                : value(question, EACH_ROW_HELP, answer -> Answers.valueOfNew(question.key(), answer, field));
    }

    @Override
    public Optional<Expression> notNullAlteration(ModelKey model, Field field) {
        OpenQuestion question = Questions.notNullAlteration(model, field);
        if (isAnswered(question)) {
            return written.notNullAlteration(model, field);
        }
        say("The field '" + field.name() + "' of " + lower(model)
                + " becomes NOT NULL, but there may be rows with null.");
        int choice = choose(
                question,
                "Provide a one-off default for these rows now (it isn't kept)",
                "Leave it: there are no such rows, or an earlier migration has filled them");
        return choice == 2
                ? Optional.empty()
                : Optional.of(
                        value(question, help(field), answer -> Answers.value(question.key(), answer, field.type())));
    }

    @Override
    public Optional<Expression> companionAddition(ModelKey model, Field field, Field values) {
        OpenQuestion question = Questions.companionAddition(model, field, values);
        if (isAnswered(question)) {
            return written.companionAddition(model, field, values);
        }
        say(question.text());
        int choice = choose(
                question,
                "Provide a value for these rows now (it isn't kept)",
                "Leave it: there are no such rows, or another migration fills them");
        return choice == 2
                ? Optional.empty()
                : Optional.of(value(
                        question, help(field), answer -> Answers.valueBeside(question.key(), answer, field, values)));
    }

    @Override
    public boolean companionDropped(ModelKey model, Field field, Field values) {
        OpenQuestion question = Questions.companionDropped(model, field, values);
        return isAnswered(question) ? written.companionDropped(model, field, values) : yes(question);
    }

    @Override
    public boolean fieldRename(ModelKey model, Field before, Field now) {
        OpenQuestion question = Questions.fieldRename(model, before, now);
        return isAnswered(question)
                ? written.fieldRename(model, before, now)
                : yes(
                        question,
                        "Was " + lower(model) + "." + before.name() + " renamed to " + lower(model) + "." + now.name()
                                + " (" + type(now) + ")? [y/N] ");
    }

    @Override
    public boolean modelRename(ModelKey before, ModelKey now) {
        OpenQuestion question = Questions.modelRename(before, now);
        String verb = before.app().equals(now.app()) ? "renamed to " + now.name() : "moved to " + now;
        return isAnswered(question)
                ? written.modelRename(before, now)
                : yes(question, "Was the model " + before + " " + verb + "? [y/N] ");
    }

    @Override
    public boolean rowsLeft(ModelKey from, ModelKey to) {
        OpenQuestion question = Questions.rowsLeft(from, to);
        return isAnswered(question) ? written.rowsLeft(from, to) : yes(question);
    }

    @Override
    public boolean linksCopied(String app, String from, String to) {
        OpenQuestion question = Questions.linksCopied(app, from, to);
        if (isAnswered(question)) {
            return written.linksCopied(app, from, to);
        }
        say(from + " is removed, and " + to + " links the same entities.");
        return choose(question, "Copy the links to " + to + ", then drop " + from, "Drop the links") == 1;
    }

    @Override
    public boolean redirection(ModelKey model, Field reference, ModelKey before) {
        OpenQuestion question = Questions.redirection(model, reference, before);
        if (isAnswered(question)) {
            return written.redirection(model, reference, before);
        }
        ModelKey now = reference.requireReference().to();
        String kept = model.isPart() ? "rows" : "values";
        say(
                model.isPart()
                        ? "The join table " + model + " refers to " + now + " now, but its rows hold keys of " + before
                                + "."
                        : "The reference " + reference.name() + " of " + model + " points to " + now
                                + " now, but its values are keys of " + before + ".");
        int choice = choose(
                question,
                model.isPart()
                        ? "Drop the rows: the table is created again"
                        : "Drop the values: the columns are created again",
                "Keep the " + kept + ": they refer to the rows of " + now.name()
                        + " with the same keys (checked when the migration runs)");
        return choice == 1;
    }

    @Override
    public boolean valuesDropped(ModelKey model, List<String> columns) {
        OpenQuestion question = Questions.valuesDropped(model, columns);
        return isAnswered(question)
                ? written.valuesDropped(model, columns)
                : yes(
                        question,
                        "The existing values of " + lower(model) + "." + String.join(", ", columns)
                                + " would be lost. Drop them? [y/N] ");
    }

    @Override
    public boolean valuesLeft(ModelKey from, ModelKey to, List<String> columns) {
        OpenQuestion question = Questions.valuesLeft(from, to, columns);
        return isAnswered(question)
                ? written.valuesLeft(from, to, columns)
                : yes(
                        question,
                        "The values of " + lower(from) + "." + String.join(", ", columns)
                                + " aren't copied to the table of " + to.name() + ". Drop them? [y/N] ");
    }

    @Override
    public boolean linksDropped(String app, String from, String to) {
        OpenQuestion question = Questions.linksDropped(app, from, to);
        return isAnswered(question)
                ? written.linksDropped(app, from, to)
                : yes(question, from + " is removed, and its links can't be copied to " + to + ". Drop them? [y/N] ");
    }

    @Override
    public boolean constantRename(ModelKey model, Field field, String before, String now) {
        OpenQuestion question = Questions.constantRename(model, field, before, now);
        return isAnswered(question)
                ? written.constantRename(model, field, before, now)
                : yes(
                        question,
                        "Was the " + Questions.constant(field) + " " + before + " of " + lower(model) + "."
                                + field.name() + " renamed to " + now
                                + "? Otherwise rows with it stop the migration. [y/N] ");
    }

    @Override
    public boolean classesExchanged(ModelKey model, Field field, Map<String, String> moved) {
        OpenQuestion question = Questions.classesExchanged(model, field, moved);
        return isAnswered(question) ? written.classesExchanged(model, field, moved) : yes(question);
    }

    @Override
    public boolean marksInverted(ModelKey model, Field field, boolean isActive) {
        OpenQuestion question = Questions.marksInverted(model, field, isActive);
        return isAnswered(question) ? written.marksInverted(model, field, isActive) : yes(question);
    }

    @Override
    public boolean rowsInserted(ModelKey model, Field reference) {
        OpenQuestion question = Questions.rowsInserted(model, reference);
        return isAnswered(question) ? written.rowsInserted(model, reference) : yes(question);
    }

    @Override
    public boolean rowsMissing(ModelKey model, Field reference, List<String> required) {
        OpenQuestion question = Questions.rowsMissing(model, reference, required);
        return isAnswered(question) ? written.rowsMissing(model, reference, required) : yes(question);
    }

    @Override
    public boolean marksKept(ModelKey model, Field field, boolean isMark) {
        OpenQuestion question = Questions.marksKept(model, field, isMark);
        return isAnswered(question) ? written.marksKept(model, field, isMark) : yes(question);
    }

    @Override
    public boolean valuesTranslated(ModelKey model, Field field, Map<?, ?> values) {
        OpenQuestion question = Questions.valuesTranslated(model, field, values);
        return isAnswered(question) ? written.valuesTranslated(model, field, values) : yes(question);
    }

    @Override
    public boolean valuesKept(ModelKey model, Field field, String before, String now) {
        OpenQuestion question = Questions.valuesKept(model, field, before, now);
        return isAnswered(question) ? written.valuesKept(model, field, before, now) : yes(question);
    }

    @Override
    public boolean positionsShifted(ModelKey model, Field field, ListPosition list, int by) {
        OpenQuestion question = Questions.positionsShifted(model, field, list, by);
        return isAnswered(question) ? written.positionsShifted(model, field, list, by) : yes(question);
    }

    @Override
    public boolean exchange(String place, List<String> names) {
        OpenQuestion question = Questions.exchange(place, names);
        return isAnswered(question) ? written.exchange(place, names) : yes(question);
    }

    @Override
    public boolean merge(String app, List<MigrationKey> leaves, List<MergeConflict> clashes) {
        OpenQuestion question = Questions.merge(app, leaves, clashes);
        return isAnswered(question)
                ? written.merge(app, leaves, clashes)
                : yes(question, "Should these migration branches of " + app + " be merged? [y/N] ");
    }

    private boolean isAnswered(OpenQuestion question) {
        return answers.containsKey(question.key());
    }

    private boolean yes(OpenQuestion question) {
        return yes(question, question.text() + " [y/N] ");
    }

    private boolean yes(OpenQuestion question, String prompt) {
        String answer = ask(question, prompt).toLowerCase(Locale.ROOT);
        while (!answer.isEmpty() && !answer.equals("y") && !answer.equals("yes") && !answer.startsWith("n")) {
            answer = ask(question, "Please answer yes or no: ").toLowerCase(Locale.ROOT);
        }
        return answer.startsWith("y");
    }

    /** Returns the number of what was chosen, from 1; the last choice is to stop. */
    private int choose(OpenQuestion question, String... choices) {
        int stop = choices.length + 1;
        say("Choose:");
        for (int i = 0; i < choices.length; i++) {
            say(" " + (i + 1) + ") " + choices[i]);
        }
        say(" " + stop + ") " + STOP);
        while (true) {
            String answer = ask(question, "Select an option: ");
            if (answer.equals(Integer.toString(stop))) {
                throw new DetectionStoppedException(question.text());
            }
            if (answer.length() == 1 && answer.charAt(0) >= '1' && answer.charAt(0) < '0' + stop) {
                return answer.charAt(0) - '0';
            }
            say("Please type a number from 1 to " + stop + ".");
        }
    }

    private static String help(Field field) {
        return "Enter the value: " + Answers.valueOf(field.type()) + ". Type exit to stop.";
    }

    private Expression value(OpenQuestion question, String help, Function<String, Expression> read) {
        say(help);
        while (true) {
            String answer = ask(question, ">>> ");
            if (answer.equals("exit")) {
                throw new DetectionStoppedException(question.text());
            }
            try {
                return read.apply(answer);
            } catch (UnreadableAnswerException e) {
                say(String.valueOf(e.getMessage()));
            }
        }
    }

    /** The end of input isn't an answer. */
    private String ask(OpenQuestion question, String prompt) {
        return terminal.ask(prompt).orElseThrow(() -> new DetectionStoppedException(question.text()));
    }

    private void say(String text) {
        terminal.out().println(terminal.spelling().in(text));
    }

    private static String lower(ModelKey model) {
        return model.name().toLowerCase(Locale.ROOT);
    }

    private static String type(Field field) {
        String name = field.type() instanceof ColumnType type
                ? type.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : "reference";
        return ("aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }
}

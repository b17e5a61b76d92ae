package io.kuaka.autodetect.question;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when nobody answers a question whose wrong answer could lose data. Commands end with exit code 3. */
public final class OpenQuestionsException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<OpenQuestion> questions;

    private OpenQuestionsException(Questioner questioner) {
        super(message(questioner.openQuestions()) + unused(questioner));
        this.questions = List.copyOf(questioner.openQuestions());
    }

    /**
     * Makes sure that no question is open.
     *
     * @throws OpenQuestionsException if one is
     */
    public static void requireAnswers(Questioner questioner) {
        if (!questioner.openQuestions().isEmpty()) {
            throw new OpenQuestionsException(questioner);
        }
    }

    /** Returns the questions. */
    public List<OpenQuestion> questions() {
        return questions;
    }

    private static String message(List<OpenQuestion> questions) {
        String list = questions.stream()
                .map(question -> "  " + question.text() + "\n    Answer: " + question.key() + " = " + question.choices()
                        + (question.hint().isEmpty() ? "" : "\n    " + question.hint()))
                .collect(Collectors.joining("\n"));
        return (questions.size() == 1 ? "1 question is" : questions.size() + " questions are")
                + " open, and without a terminal Kuaka doesn't guess. Run the command at a terminal, or put the answers"
                + " in a file and pass it with --answers FILE (--write-questions FILE creates one to fill in):\n"
                + list;
    }

    /** A typo in an answer shows up as a question that stays open. */
    private static String unused(Questioner questioner) {
        return questioner.unusedAnswers().isEmpty()
                ? ""
                : "\nThese answers belong to no question:\n  " + String.join("\n  ", questioner.unusedAnswers());
    }
}

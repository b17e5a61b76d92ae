package io.kuaka.tooling;

import io.kuaka.command.AcceptedDrift;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the setting {@code drift.ignore}: rules like {@code book.note until 2027-03-31 because REASON}, with semicolons between them. */
final class AcceptedDriftText {
    static final String SETTING = "drift.ignore";

    private static final Pattern RULE = Pattern.compile("(\\S+) until (\\S+) because (.+)", Pattern.DOTALL);

    private AcceptedDriftText() {}

    /**
     * Returns the rules.
     *
     * @throws UnusableDriftRuleException when one has another form
     */
    static List<AcceptedDrift> read(String text) {
        return Stream.of(text.split(";"))
                .map(String::strip)
                .filter(rule -> !rule.isEmpty())
                .map(AcceptedDriftText::rule)
                .toList();
    }

    private static AcceptedDrift rule(String text) {
        Matcher parts = RULE.matcher(text);
        if (!parts.matches()) {
            throw new UnusableDriftRuleException(text);
        }
        try {
            return new AcceptedDrift(parts.group(1), LocalDate.parse(parts.group(2)), parts.group(3));
        } catch (DateTimeParseException e) {
            throw new UnusableDriftRuleException(text);
        }
    }
}

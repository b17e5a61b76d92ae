package io.kuaka.tooling;

import io.kuaka.command.AcceptedDrift;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the setting {@code drift.ignore}: rules like {@code book.note until 2027-03-31 because REASON},
 * or {@code always} instead of a day, with semicolons between them. */
final class AcceptedDriftText {
    static final String SETTING = "drift.ignore";

    private static final Pattern RULE = Pattern.compile("(\\S+) (?:until (\\S+)|always) because (.+)", Pattern.DOTALL);

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
            String until = parts.group(2);
            LocalDate day = until == null ? AcceptedDrift.ALWAYS : LocalDate.parse(until);
            return new AcceptedDrift(parts.group(1), day, parts.group(3));
        } catch (DateTimeParseException e) {
            throw new UnusableDriftRuleException(text);
        }
    }
}

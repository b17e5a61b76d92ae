package io.kuaka.command;

import io.kuaka.base.NamePattern;
import io.kuaka.compare.SchemaDifference;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something in which a database may differ from its history, for a time or always.
 *
 * @param path what differs, as in {@code book.note} or, if only one side of it may, {@code book.note:default}; an asterisk
 *     stands for any text
 * @param until the last day on which it may; {@link #ALWAYS} if there is none
 * @param reason why it may
 */
public record AcceptedDrift(String path, LocalDate until, String reason) {
    /** The setting with the rules. */
    public static final String SETTING = "drift.ignore";

    /** The day that never comes. */
    public static final LocalDate ALWAYS = LocalDate.MAX;

    private static final Pattern RULE = Pattern.compile("(\\S+) (?:until (\\S+)|always) because (.+)", Pattern.DOTALL);

    /**
     * Returns the rules of a setting: {@code book.note until 2027-03-31 because REASON}, or {@code always} instead of a
     * day, with semicolons between them.
     *
     * @throws UnusableDriftRuleException when one has another form
     */
    public static List<AcceptedDrift> read(String setting) {
        return Stream.of(setting.split(";"))
                .map(String::strip)
                .filter(rule -> !rule.isEmpty())
                .map(AcceptedDrift::rule)
                .toList();
    }

    private static AcceptedDrift rule(String text) {
        Matcher parts = RULE.matcher(text);
        if (!parts.matches()) {
            throw new UnusableDriftRuleException(text);
        }
        try {
            String until = parts.group(2);
            LocalDate day = until == null ? ALWAYS : LocalDate.parse(until);
            return new AcceptedDrift(parts.group(1), day, parts.group(3));
        } catch (DateTimeParseException e) {
            throw new UnusableDriftRuleException(text);
        }
    }

    /** Returns the path that means a difference and no other one of the same thing. */
    public static String pathOf(SchemaDifference difference) {
        return difference.path()
                + (difference.aspect().isEmpty()
                        ? ""
                        : ":" + difference.aspect().replace(' ', '-'));
    }

    /** Returns whether the last day is over. */
    public boolean isExpired(LocalDate today) {
        return today.isAfter(until);
    }

    boolean covers(SchemaDifference difference) {
        NamePattern pattern = new NamePattern(path);
        return pattern.matches(difference.path()) || pattern.matches(pathOf(difference));
    }
}

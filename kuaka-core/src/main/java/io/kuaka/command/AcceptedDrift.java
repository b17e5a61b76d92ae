package io.kuaka.command;

import io.kuaka.compare.SchemaDifference;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Something in which a database may differ from its history, for a time or always.
 *
 * @param path what differs, as in {@code book.note}; an asterisk stands for any text
 * @param until the last day on which it may; {@link #ALWAYS} if there is none
 * @param reason why it may
 */
public record AcceptedDrift(String path, LocalDate until, String reason) {
    /** The day that never comes. */
    public static final LocalDate ALWAYS = LocalDate.MAX;

    boolean isExpired(LocalDate today) {
        return today.isAfter(until);
    }

    boolean covers(SchemaDifference difference) {
        String expression = ("\\Q" + path + "\\E").replace("*", "\\E.*\\Q");
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE)
                .matcher(difference.path())
                .matches();
    }
}

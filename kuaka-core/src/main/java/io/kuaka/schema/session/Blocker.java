package io.kuaka.schema.session;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A session that another one waits for.
 *
 * @param session its number in the database
 * @param user whose it is
 * @param since when its transaction began, in the words of the database; empty if unknown
 * @param query its statement, or its last one; empty if unknown
 * @param isCertain whether the database names it as the one that is waited for, and not only as one that may be
 */
public record Blocker(String session, String user, String since, String query, boolean isCertain) {
    private static final int LONGEST_QUERY = 120;

    /** Returns several as a part of a sentence. */
    public static String words(List<Blocker> blockers) {
        if (blockers.isEmpty()) {
            return "an unknown session";
        }
        boolean isCertain = blockers.stream().allMatch(Blocker::isCertain);
        return (isCertain ? "" : "one of the sessions with an open transaction, which are ")
                + blockers.stream().map(Blocker::words).collect(Collectors.joining("; "));
    }

    /** Returns it as a part of a sentence. */
    public String words() {
        return "session " + session + " of user \"" + user + "\""
                + (since.isEmpty() ? "" : ", in a transaction since " + since)
                + (query.isBlank()
                        ? ""
                        : ", whose last statement is: "
                                + shortened(query.strip().replaceAll("\\s+", " ")));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_QUERY ? text : text.substring(0, LONGEST_QUERY) + "…";
    }
}

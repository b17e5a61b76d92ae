package io.kuaka.tooling.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be printed of an import: a server's address may hold a user, a password or a token. */
final class ImportText {
    /** A path, or a scheme with a host and a path. */
    private static final Pattern HARMLESS =
            Pattern.compile("([\\w+.-]+:)*(//)?(…@)?[^:@?;#,]*(:\\d{1,5}(?=/|\\?|$))?[^:@?;#,]*(\\?…)?");

    private static final Pattern SCHEME = Pattern.compile("[\\w+.-]+:");

    private ImportText() {}

    /** Returns an import without what comes before a host and behind a path. */
    static String redacted(String text) {
        int at = text.lastIndexOf('@');
        String shown = at < 0 ? text : start(text.substring(0, at)) + "…" + text.substring(at);
        String withoutQuery = shown.replaceFirst("[?#;].*$", "?…");
        return HARMLESS.matcher(withoutQuery.replaceAll("\\$\\{[^}]*}", "")).matches()
                ? withoutQuery
                : start(text) + "…";
    }

    private static String start(String text) {
        int slashes = text.indexOf("//");
        Matcher scheme = SCHEME.matcher(text);
        if (slashes >= 0 && text.substring(0, slashes).matches("([\\w+.-]+:)*")) {
            return text.substring(0, slashes + 2);
        }
        return scheme.lookingAt() ? scheme.group() : "";
    }
}

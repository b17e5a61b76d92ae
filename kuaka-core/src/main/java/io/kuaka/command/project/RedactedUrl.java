package io.kuaka.command.project;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the printable form of a JDBC URL: its scheme, its hosts and the name of its database.
 *
 * <p>Only what is recognized as one of these is printed, so an unusual URL loses more than necessary.
 */
final class RedactedUrl {
    private static final String HOST = "(?:[\\w.\\-]+|\\[[0-9a-fA-F:.]+])(?::\\d+)?";

    private static final Pattern SERVER =
            Pattern.compile("(jdbc:[\\w:\\-]*//)(?:.*@)?(" + HOST + "(?:," + HOST + ")*(?:/[\\w.\\-/~]*)?)");

    private static final Pattern FILE = Pattern.compile("jdbc:\\w+:[^@]*");

    private static final Pattern SCHEME = Pattern.compile("jdbc:\\w+:");

    private RedactedUrl() {}

    static String of(String url) {
        int end = endOfName(url);
        boolean isAmbiguous = url.indexOf('@', end) >= 0;
        String name = url.substring(0, end);
        Matcher server = SERVER.matcher(name);
        if (!isAmbiguous && server.matches()) {
            return server.group(1) + server.group(2);
        }
        if (!isAmbiguous && !name.contains("//") && FILE.matcher(name).matches()) {
            return name;
        }
        Matcher scheme = SCHEME.matcher(url);
        return (scheme.lookingAt() ? scheme.group() : "") + "…";
    }

    /** Parameters begin with a question mark, or with a semicolon on H2. */
    private static int endOfName(String url) {
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) == '?' || url.charAt(i) == ';') {
                return i;
            }
        }
        return url.length();
    }
}

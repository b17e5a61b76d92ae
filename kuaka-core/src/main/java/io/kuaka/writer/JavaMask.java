package io.kuaka.writer;

/**
 * Tells code from comments and string literals in a Java file.
 *
 * <p>It isn't a parser: it is enough to find a word in the code, and the closing parenthesis for an opening one.
 */
final class JavaMask {
    private static final String TEXT_BLOCK = "\"\"\"";

    private final String text;
    private final StringBuilder code;
    private int place;

    private JavaMask(String text) {
        this.text = text;
        this.code = new StringBuilder(text);
    }

    /** Returns the text, at the same length, with blanks for comments and for what is in quotes. */
    static String codeOf(String text) {
        return new JavaMask(text).mask();
    }

    private String mask() {
        while (place < text.length()) {
            if (text.startsWith("//", place)) {
                blankUntil("\n", place, 0);
            } else if (text.startsWith("/*", place)) {
                blankUntil("*/", place, 2);
            } else if (text.startsWith(TEXT_BLOCK, place)) {
                blankQuoted(TEXT_BLOCK);
            } else if (text.charAt(place) == '"' || text.charAt(place) == '\'') {
                blankQuoted(String.valueOf(text.charAt(place)));
            } else {
                place++;
            }
        }
        return code.toString();
    }

    private void blankUntil(String end, int from, int keptOfEnd) {
        int found = text.indexOf(end, from + keptOfEnd);
        int stop = found < 0 ? text.length() : found + keptOfEnd;
        blank(from, stop);
        place = stop;
    }

    /** The quotes themselves stay. */
    private void blankQuoted(String quote) {
        int start = place + quote.length();
        int end = start;
        while (end < text.length() && !text.startsWith(quote, end)) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, text.length());
        blank(start, end);
        place = Math.min(end + quote.length(), text.length());
    }

    private void blank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '\n') {
                code.setCharAt(i, ' ');
            }
        }
    }

    /** Returns the position after the parenthesis that closes the one at {@code open}, in code without comments. */
    static int behindClosing(String code, int open) {
        int depth = 0;
        for (int i = open; i < code.length(); i++) {
            depth += code.charAt(i) == '(' ? 1 : code.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return code.length();
    }
}

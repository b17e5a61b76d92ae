package io.kuaka.dialect.mysql;

import java.util.regex.Pattern;

/** How defaults are written. */
final class DefaultTexts {
    private static final Pattern PLAIN = Pattern.compile(
            "(?is)[+-]?[0-9.]+|b?'([^'\\\\]|'')*'|0x[0-9a-f]+|null|true|false|current_timestamp(\\([0-6]?\\))?");

    private DefaultTexts() {}

    /** Raw SQL may be a constant too, or one of the few words that need no parentheses. */
    static boolean isPlain(String sql) {
        return PLAIN.matcher(sql).matches();
    }

    /** Returns whether the catalog has a constant as it is written: MySQL's has those of bits and bytes. */
    static boolean isWritten(String type, String constant) {
        return type.matches("(?i)(bit|binary|varbinary)\\b.*") && constant.matches("b'[01]*'|0x[0-9A-F]*");
    }
}

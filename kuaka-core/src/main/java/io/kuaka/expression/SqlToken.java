package io.kuaka.expression;

import java.util.Locale;

/** A token of SQL, as {@link SqlTokenizer} makes them. */
public record SqlToken(Kind kind, String text) {
    /** The kinds of tokens. */
    public enum Kind {
        SPACE,
        COMMENT,
        /** A text literal, with its prefix or in dollar quotes. */
        TEXT,
        /** A name in quotes. */
        NAME,
        /** A name without quotes, or a keyword. */
        WORD,
        NUMBER,
        SIGN,
        /** A text, a name or a comment that isn't closed: everything up to the end. */
        UNCLOSED
    }

    /** Returns whether this is neither space nor a comment. */
    public boolean isCode() {
        return kind != Kind.SPACE && kind != Kind.COMMENT;
    }

    /** Returns whether this is a name, quoted or not, or a keyword. */
    public boolean isName() {
        return kind == Kind.NAME || kind == Kind.WORD;
    }

    /** Returns whether this is the keyword {@code word}, whatever its case. */
    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** Returns whether this is the sign {@code sign}. */
    public boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** Returns the text in lower case. */
    public String lowerCase() {
        return text.toLowerCase(Locale.ROOT);
    }
}

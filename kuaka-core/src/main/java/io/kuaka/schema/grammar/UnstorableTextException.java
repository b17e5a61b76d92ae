package io.kuaka.schema.grammar;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.HexFormat;

/** Thrown when a name or a text has a character that SQL can't carry; some databases would cut or replace it silently. */
public final class UnstorableTextException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private UnstorableTextException(String text, String what) {
        super("\"" + text + "\" contains " + what + ", which the database would refuse or replace. Remove it.");
    }

    /** Requires that the database can have a name with these characters, of which none may be beyond U+FFFF. */
    static void requireBasicPlane(String name) {
        if (name.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
            throw new UnstorableTextException(name, "a character beyond U+FFFF");
        }
    }

    /** Returns a text that can be written into SQL. */
    static String require(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '\0') {
                throw new UnstorableTextException(visible(text, each), "the character NUL");
            }
            boolean isPair = Character.isHighSurrogate(each)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (isPair) {
                i++;
            } else if (Character.isSurrogate(each)) {
                throw new UnstorableTextException(visible(text, each), "half of a surrogate pair");
            }
        }
        return text;
    }

    private static String visible(String text, char character) {
        return text.replace(String.valueOf(character), "\\u" + HexFormat.of().toHexDigits(character));
    }
}

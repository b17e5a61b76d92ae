package io.kuaka.source;

import java.util.Set;

/** What may be a name in Java. */
public final class JavaWords {
    /** The Java Language Specification, section 3.9, with its literals. */
    private static final Set<String> RESERVED = Set.of(
            ("_ abstract assert boolean break byte case catch char class const continue default do double else enum extends"
                            + " false final finally float for goto if implements import instanceof int interface long"
                            + " native new null package private protected public return short static strictfp super"
                            + " switch synchronized this throw throws transient true try void volatile while")
                    .split(" ", -1));

    private JavaWords() {}

    /** Returns whether a word is reserved, so that nothing can be called so. */
    public static boolean isReserved(String word) {
        return RESERVED.contains(word);
    }

    /** Returns whether a text can be the name of a constant, a field or a class. */
    public static boolean isName(String text) {
        return !text.isEmpty()
                && Character.isJavaIdentifierStart(text.charAt(0))
                && text.chars().allMatch(Character::isJavaIdentifierPart)
                && !isReserved(text);
    }
}

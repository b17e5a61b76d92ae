package io.kuaka.operation;

/** The kinds of change, each with the sign that stands before it in lists of operations. */
public enum Category {
    ADDITION('+'),
    REMOVAL('-'),
    ALTERATION('~'),
    JAVA('p'),
    SQL('s'),
    MIXED('?');

    private final char sign;

    Category(char sign) {
        this.sign = sign;
    }

    /** Returns the sign that stands for this kind. */
    public char sign() {
        return sign;
    }
}

package io.kuaka.operation;

/** The kinds of change, each with its sign in lists of operations. */
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

    /** Returns the sign of this kind. */
    public char sign() {
        return sign;
    }

    /** Returns whether such an operation is opaque: Kuaka can't analyse it, so it may do anything. */
    public boolean isOpaque() {
        return switch (this) {
            case JAVA, SQL, MIXED -> true;
            case ADDITION, REMOVAL, ALTERATION -> false;
        };
    }
}

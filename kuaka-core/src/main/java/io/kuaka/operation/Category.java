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

    /** Returns whether nobody can look into such an operation: it may do anything. */
    public boolean isOpaque() {
        return switch (this) {
            case JAVA, SQL, MIXED -> true;
            case ADDITION, REMOVAL, ALTERATION -> false;
        };
    }
}

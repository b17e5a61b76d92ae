package io.kuaka.expression;

/** How two values are compared. */
public enum Comparison {
    EQ("=", "eq"),
    NE("<>", "ne"),
    LT("<", "lt"),
    LE("<=", "le"),
    GT(">", "gt"),
    GE(">=", "ge");

    private final String sign;
    private final String method;

    Comparison(String sign, String method) {
        this.sign = sign;
        this.method = method;
    }

    /** Returns the comparison as SQL writes it. */
    public String sign() {
        return sign;
    }

    /** Returns the method of {@link Expression} that makes this comparison. */
    String method() {
        return method;
    }
}

package io.kuaka.schema.conversion;

import io.kuaka.base.MigrationException;
import io.kuaka.schema.table.TableName;
import java.io.Serial;
import java.util.List;

/** Thrown when a value has a class, or a length, that its column can't take. */
public final class UnsuitableValueException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private UnsuitableValueException(String message, Throwable cause) {
        super(message, cause);
    }

    private UnsuitableValueException(String message) {
        super(message);
    }

    public UnsuitableValueException(Object value, Class<?> wanted) {
        super("The value \"" + value + "\" is of " + value.getClass().getName() + ", which can't become a "
                + wanted.getSimpleName() + ". Pass a " + wanted.getName() + ".");
    }

    public UnsuitableValueException(Object value, List<String> constants) {
        super("\"" + value + "\" isn't one of the enum's values: " + String.join(", ", constants) + ".");
    }

    static UnsuitableValueException tooLong(TableName table, String column, int most) {
        return new UnsuitableValueException("The one-off default for column \"" + column + "\" of table \"" + table
                + "\" is longer than " + most + " characters. Choose a shorter one.");
    }

    /** Returns the same problem with the statement that the value was meant for. */
    public UnsuitableValueException in(String statement) {
        return new UnsuitableValueException(getMessage() + " Statement: " + statement, this);
    }
}

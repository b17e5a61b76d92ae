package io.kuaka.schema.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How values of one kind are set in a statement and read from a result.
 *
 * @param setter sets a parameter to a value that isn't null
 * @param getter returns a value, or null for null
 */
public record JdbcBinding(Setter<Object> setter, Getter<?> getter) {
    /** Sets a parameter of a statement. */
    @FunctionalInterface
    public interface Setter<T> {
        /** Sets the parameter at {@code index}, from 1. */
        void set(PreparedStatement statement, int index, T value) throws SQLException;
    }

    /** Reads a column of a result. */
    @FunctionalInterface
    public interface Getter<T> {
        /** Returns the value at {@code index}, from 1. */
        @Nullable
        T get(ResultSet result, int index) throws SQLException;

        /** Returns a getter of a primitive, which is {@code zero} where JDBC means null. */
        static <T> Getter<T> ofPrimitive(Getter<T> getter, T zero) {
            return (result, index) -> {
                T value = getter.get(result, index);
                return zero.equals(value) && result.wasNull() ? null : value;
            };
        }

        /** Returns a getter that applies {@code mapping} to non-null values. */
        default <R> Getter<R> map(Function<? super T, R> mapping) {
            return (result, index) -> {
                T value = get(result, index);
                return value == null ? null : mapping.apply(value);
            };
        }
    }

    /**
     * Sets a parameter of a statement.
     *
     * @throws io.kuaka.schema.conversion.UnsuitableValueException if the column can't take the value
     */
    void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else {
            setter.set(statement, index, value);
        }
    }

    /** Returns a binding that converts values to {@code valueClass} before they are set. */
    public static <T> JdbcBinding of(Class<T> valueClass, Setter<T> setter, Getter<?> getter) {
        return new JdbcBinding(
                (statement, index, value) -> setter.set(statement, index, JavaValues.convert(value, valueClass)),
                getter);
    }

    /** Returns a binding for a class that the driver supports. */
    public static <T> JdbcBinding ofObject(Class<T> valueClass) {
        return of(valueClass, PreparedStatement::setObject, (result, index) -> result.getObject(index, valueClass));
    }

    /** Returns a binding that leaves the type to the driver. */
    public static JdbcBinding untyped() {
        return new JdbcBinding(PreparedStatement::setObject, ResultSet::getObject);
    }
}

package io.kuaka.state;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of the database, from which an id generator takes its numbers.
 *
 * @param name the sequence's name, unique in its schema
 * @param schema the schema that it lives in; null for the connection's own
 * @param start the first number
 * @param increment the difference between consecutive numbers
 * @param isForNativeIds whether only {@linkplain Field#isNativeId() native ids} come from it, so that it exists only in
 *     databases where these don't come from identities
 */
public record Sequence(String name, @Nullable String schema, long start, long increment, boolean isForNativeIds) {
    /** Returns a sequence that counts from 1 in steps of 1. */
    public static Sequence sequence(String name) {
        return new Sequence(name, null, 1, 1, false);
    }

    /** Returns this sequence under another name. */
    public Sequence withName(String newName) {
        return new Sequence(newName, schema, start, increment, isForNativeIds);
    }

    /** Returns this sequence with another first number. */
    public Sequence startingAt(long newStart) {
        return new Sequence(name, schema, newStart, increment, isForNativeIds);
    }

    /** Returns this sequence with another step. */
    public Sequence incrementedBy(long newIncrement) {
        return new Sequence(name, schema, start, newIncrement, isForNativeIds);
    }

    /** Returns this sequence in another schema; in the connection's own for null. */
    public Sequence schema(@Nullable String newSchema) {
        return new Sequence(name, newSchema, start, increment, isForNativeIds);
    }

    /** Returns this sequence as one that only native ids use. */
    public Sequence forNativeIds() {
        return new Sequence(name, schema, start, increment, true);
    }

    /** Returns the Java expression that makes an equal sequence. */
    public JavaSource toSource() {
        JavaSource source = JavaSource.staticCall(Sequence.class, "sequence", Literals.string(name));
        source = schema == null ? source : source.call("schema", Literals.string(schema));
        source = start == 1 ? source : source.call("startingAt", JavaSource.code(Long.toString(start)));
        source = increment == 1 ? source : source.call("incrementedBy", JavaSource.code(Long.toString(increment)));
        return isForNativeIds ? source.call("forNativeIds") : source;
    }
}

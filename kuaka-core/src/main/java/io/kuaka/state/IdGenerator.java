package io.kuaka.state;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.function.Consumer;

/**
 * Where the application takes the numbers of a field from. The database doesn't know it: the column has no default.
 *
 * <p>A field may name a generator before it is created. Operations that fill or advance it need it to exist.
 */
public sealed interface IdGenerator {
    /** Returns the sequence or the model that the numbers are kept in. */
    ModelKey source();

    /** Returns this generator with its numbers kept in another sequence or model. */
    IdGenerator withSource(ModelKey newSource);

    /** Calls the consumer for this kind of generator. */
    void match(Consumer<FromSequence> sequences, Consumer<FromTable> tables);

    /** Returns the field with this generator appended to its source. */
    JavaSource append(JavaSource field);

    /**
     * Takes numbers from a sequence.
     *
     * @param source the sequence
     */
    record FromSequence(ModelKey source) implements IdGenerator {
        @Override
        public IdGenerator withSource(ModelKey newSource) {
            return new FromSequence(newSource);
        }

        @Override
        public void match(Consumer<FromSequence> sequences, Consumer<FromTable> tables) {
            sequences.accept(this);
        }

        @Override
        public JavaSource append(JavaSource field) {
            return field.call("sequence", Literals.string(source.toString()));
        }
    }

    /**
     * Takes numbers from a row of a table, as {@code GenerationType.TABLE} does.
     *
     * @param source the model of the table; its primary key names rows, its other field holds the next number of each
     * @param row the value of the primary key
     * @param increment by how much the next number grows when an application takes it
     */
    record FromTable(ModelKey source, String row, long increment) implements IdGenerator {
        @Override
        public IdGenerator withSource(ModelKey newSource) {
            return new FromTable(newSource, row, increment);
        }

        @Override
        public void match(Consumer<FromSequence> sequences, Consumer<FromTable> tables) {
            tables.accept(this);
        }

        @Override
        public JavaSource append(JavaSource field) {
            return field.call(
                    "tableGenerator",
                    Literals.string(source.toString()),
                    Literals.string(row),
                    JavaSource.code(Long.toString(increment)));
        }
    }
}

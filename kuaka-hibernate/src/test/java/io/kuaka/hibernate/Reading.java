package io.kuaka.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.hibernate.draft.UnsupportedMappingException;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.source.Imports;
import io.kuaka.state.Constraint;
import io.kuaka.state.Field;
import io.kuaka.state.Index;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.stream.Stream;

/** Reads entities and holds the laws that every reading obeys. */
public final class Reading {
    private Reading() {}

    /** Returns the state of the entities. */
    public static ProjectState read(Class<?> first, Class<?>... more) {
        return read(ReaderSettings.of(first, more));
    }

    /** Returns the state: the same each time, and each model of it has a table. */
    public static ProjectState read(ReaderSettings settings) {
        ProjectState state = new HibernateModelReader(settings).read();
        assertThat(new HibernateModelReader(settings).read()).isEqualTo(state);
        for (ModelKey key : state.models().keySet()) {
            assertThat(TableMapping.of(state, key).columns()).as(key.toString()).isNotEmpty();
        }
        return state;
    }

    /** Returns one model of entities that live beside their test. */
    static ModelState model(String name, Class<?> first, Class<?>... more) {
        return read(first, more).model(key(name));
    }

    /** Holds that a model has exactly these fields, in this order. The texts make a difference readable. */
    static void assertFields(ModelState model, Field... expected) {
        assertThat(model.fields().values().stream().map(Reading::source))
                .containsExactly(Stream.of(expected).map(Reading::source).toArray(String[]::new));
        assertThat(model.fields().values()).containsExactly(expected);
    }

    /** Holds that a model has exactly these constraints. */
    static void assertConstraints(ModelState model, Constraint... expected) {
        assertThat(model.constraints().values().stream()
                        .map(constraint -> constraint.toSource().flat(new Imports())))
                .containsExactlyInAnyOrder(Stream.of(expected)
                        .map(constraint -> constraint.toSource().flat(new Imports()))
                        .toArray(String[]::new));
    }

    /** Holds that a model has exactly these indexes. */
    static void assertIndexes(ModelState model, Index... expected) {
        assertThat(model.indexes().values().stream()
                        .map(index -> index.toSource().flat(new Imports())))
                .containsExactlyInAnyOrder(Stream.of(expected)
                        .map(index -> index.toSource().flat(new Imports()))
                        .toArray(String[]::new));
    }

    private static String source(Field field) {
        return field.toSource().flat(new Imports());
    }

    /** Returns the key of a model of entities that live beside their test. */
    static ModelKey key(String name) {
        return new ModelKey("hibernate", name);
    }

    /** Returns what can't be read of the entities. */
    static List<String> problems(Class<?> first, Class<?>... more) {
        return problems(ReaderSettings.of(first, more));
    }

    /** Returns what keeps the entities from being read. */
    static List<String> problems(ReaderSettings settings) {
        HibernateModelReader reader = new HibernateModelReader(settings);
        return catchThrowableOfType(UnsupportedMappingException.class, reader::read)
                .problems();
    }
}

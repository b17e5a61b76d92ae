package io.kuaka.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.schema.Tables;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;

/** Reads entities and holds the laws that every reading obeys. */
final class Reading {
    private Reading() {}

    /** Returns the state of the entities. */
    static ProjectState read(Class<?> first, Class<?>... more) {
        return read(ReaderSettings.of(first, more));
    }

    /** Returns the state: the same each time, and each model of it has a table. */
    static ProjectState read(ReaderSettings settings) {
        ProjectState state = new HibernateModelReader(settings).read();
        assertThat(new HibernateModelReader(settings).read()).isEqualTo(state);
        for (ModelKey key : state.models().keySet()) {
            assertThat(Tables.of(state, key).columns()).as(key.toString()).isNotEmpty();
        }
        return state;
    }
}

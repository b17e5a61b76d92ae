package io.kuaka.it.hibernate;

import io.kuaka.hibernate.HibernateModelReader;
import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.source.Imports;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.util.function.Supplier;
import org.hibernate.annotations.GenericGenerator;

/** Reads an entity whose ids come from wherever its database prefers, in the form that all lines of Hibernate know. */
@SuppressWarnings({"deprecation", "removal"})
public final class NativeIdReading implements Supplier<String> {
    @Entity(name = "Ticket")
    static class Ticket {
        @Id
        @GeneratedValue(generator = "native")
        @GenericGenerator(name = "native", strategy = "native")
        Long id;
    }

    /** Returns the id and the sequence in their source form. */
    @Override
    public String get() {
        ProjectState state = new HibernateModelReader(ReaderSettings.of(Ticket.class)).read();
        Field id = state.model(ModelKey.parse("hibernate.Ticket")).field("id");
        Sequence sequence = state.sequence(ModelKey.parse("hibernate.native"));
        return id.toSource().flat(new Imports()) + ", " + sequence.toSource().flat(new Imports());
    }
}

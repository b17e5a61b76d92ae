package io.kuaka.it.hibernate;

import io.kuaka.base.MigrationException;
import io.kuaka.hibernate.HibernateModelReader;
import io.kuaka.hibernate.discovery.ReaderSettings;
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

    /** Returns what is said about the entity. */
    @Override
    public String get() {
        try {
            return new HibernateModelReader(ReaderSettings.of(Ticket.class))
                    .read()
                    .toString();
        } catch (MigrationException e) {
            return e.getMessage();
        }
    }
}

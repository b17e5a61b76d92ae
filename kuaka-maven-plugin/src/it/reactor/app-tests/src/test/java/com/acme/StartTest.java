package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.acme.catalog.Book;
import com.acme.orders.OrderLine;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.Test;

/** The start of the application, on the database that the plugin has migrated. */
class StartTest {
    @Test
    void hibernateIsContentWithTheTables() {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(Book.class)
                .addAnnotatedClass(OrderLine.class)
                .setProperty("jakarta.persistence.jdbc.url", "jdbc:h2:../target/acme")
                .setProperty("hibernate.hbm2ddl.auto", "validate");
        try (SessionFactory factory = configuration.buildSessionFactory()) {
            long lines = factory.fromSession(session -> session.createSelectionQuery(
                            "select count(l) from OrderLine l", Long.class)
                    .getSingleResult());
            assertEquals(0, lines);
        }
    }
}

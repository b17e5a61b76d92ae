package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The start of the application, on the database that the plugin has migrated. */
class StartTest {
    @Test
    void hibernateIsContentWithTheTables() {
        Map<String, Object> settings = Map.of(
                "jakarta.persistence.jdbc.url", "jdbc:h2:./target/shop",
                "jakarta.persistence.jdbc.user", "keeper",
                "jakarta.persistence.jdbc.password", "secret",
                "hibernate.hbm2ddl.auto", "validate",
                "hibernate.loaded_classes", List.of(Customer.class));
        try (EntityManagerFactory shop = Persistence.createEntityManagerFactory("shop", settings);
                EntityManager manager = shop.createEntityManager()) {
            assertEquals(
                    0L,
                    manager.createQuery("select count(c) from Customer c", Long.class)
                            .getSingleResult());
        }
    }
}

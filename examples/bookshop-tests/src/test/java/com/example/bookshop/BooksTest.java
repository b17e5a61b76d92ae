package com.example.bookshop;

import static io.kuaka.junit.KuakaAssertions.assertNoDrift;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.bookshop.catalog.Book;
import com.example.bookshop.users.Tenant;
import io.kuaka.junit.MigratedDatabase;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.math.BigDecimal;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The application's own tests, each in a migrated database of its own. */
class BooksTest {
    @Test
    void aBookBelongsToItsShop(@MigratedDatabase DataSource database) {
        try (EntityManagerFactory factory = open(database)) {
            Tenant harbour = new Tenant("harbour", "Harbour Books");
            factory.runInTransaction(entities -> entities.persist(harbour));
            factory.runInTransaction(entities ->
                    entities.persist(new Book(harbour, "9780000000017", "The Long Flight", new BigDecimal("24.50"))));

            Book found = factory.callInTransaction(
                    entities -> entities.createQuery("from Book b join fetch b.tenant", Book.class)
                            .getSingleResult());

            assertEquals("harbour", found.getTenant().getSlug());
        }
        assertNoDrift(database);
    }

    @Test
    void anotherTestsRowsAreNotHere(@MigratedDatabase DataSource database) {
        try (EntityManagerFactory factory = open(database)) {
            long books =
                    factory.callInTransaction(entities -> entities.createQuery("select count(*) from Book", Long.class)
                            .getSingleResult());

            assertEquals(0, books);
        }
    }

    /** Hibernate validates the tables as it starts, see {@code persistence.xml}. */
    private static EntityManagerFactory open(DataSource database) {
        return Persistence.createEntityManagerFactory(
                "bookshop", Map.of("jakarta.persistence.nonJtaDataSource", database));
    }
}

package com.example.bookshop;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.junit.KuakaAssertions.assertTenantIsolation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.example.bookshop.events.Event;
import com.example.bookshop.shared.CurrentShop;
import com.example.bookshop.users.Tenant;
import io.kuaka.data.Row;
import io.kuaka.junit.MigratedDatabase;
import io.kuaka.junit.MigrationTest;
import io.kuaka.junit.Migrator;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Events had no tenant at first, see their migrations; now each shop has its own. */
class EventsTest {
    @Test
    @MigrationTest(app = "events", from = "0001_initial", to = "0005_tenant_first")
    void eventsOfTheFirstShopBelongToItAndGoBack(Migrator migrator) {
        migrator.model("Event")
                .create(set("slug", "reading"), set("title", "A reading"), set("startsAt", Instant.EPOCH));

        migrator.migrate();

        Row harbour = migrator.model("users.Tenant").get(field("slug").eq("harbour"));
        assertEquals(
                1, migrator.model("Event").filter(field("tenant").eq(harbour)).count());
        assertTenantIsolation(migrator.models(), "tenant");
        migrator.rollback();
        assertEquals("reading", migrator.model("Event").get(field("id").eq(1)).getString("slug"));
    }

    @Test
    @MigrationTest(app = "events", from = "0001_initial", to = "0005_tenant_first")
    void aNewShopGetsNoTenant(Migrator migrator) {
        migrator.migrate();

        assertEquals(0, migrator.model("users.Tenant").count());
    }

    @Test
    @MigrationTest(app = "events", from = "0003_assign_default_tenant", to = "0004_require_tenant")
    void theFirstEventMayComeWhileTheTenantIsReleased(Migrator migrator) {
        migrator.model("Event").create(set("slug", "late"), set("title", "Late"), set("startsAt", Instant.EPOCH));

        migrator.migrate();

        assertEquals(
                "harbour",
                migrator.model("Event").select("tenant.slug").list(String.class).get(0));
    }

    @Test
    void hibernateShowsEachShopItsEvents(@MigratedDatabase DataSource database) throws Exception {
        try (EntityManagerFactory factory = Persistence.createEntityManagerFactory(
                "bookshop", Map.of("jakarta.persistence.nonJtaDataSource", database))) {
            Tenant harbour = new Tenant("harbour", "Harbour Books");
            Tenant hill = new Tenant("hill", "Hill Street Books");
            factory.runInTransaction(entities -> {
                entities.persist(harbour);
                entities.persist(hill);
            });
            for (Tenant shop : List.of(harbour, hill)) {
                CurrentShop.as(shop.getId(), () -> {
                    factory.runInTransaction(
                            entities -> entities.persist(new Event("reading", "At " + shop.getName(), Instant.EPOCH)));
                    return null;
                });
            }

            assertEquals(List.of("At Harbour Books"), CurrentShop.as(harbour.getId(), () -> titles(factory)));
            assertEquals(List.of("At Hill Street Books"), CurrentShop.as(hill.getId(), () -> titles(factory)));
            assertEquals(List.of(), titles(factory));
            assertThrows(IllegalArgumentException.class, () -> CurrentShop.as(-1, () -> titles(factory)));
            assertEquals(2, CurrentShop.asAll(() -> titles(factory)).size());
            Integer foreign = CurrentShop.as(
                    hill.getId(),
                    () -> factory.callInTransaction(
                            entities -> entities.createQuery("select id from Event", Integer.class)
                                    .getSingleResult()));
            assertNull(CurrentShop.as(
                    harbour.getId(), () -> factory.callInTransaction(entities -> entities.find(Event.class, foreign))));
        }
    }

    private static List<String> titles(EntityManagerFactory factory) {
        return factory.callInTransaction(
                entities -> entities.createQuery("select title from Event order by title", String.class)
                        .getResultList());
    }
}

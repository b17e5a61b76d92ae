package com.example.myapp;

import static io.kuaka.junit.KuakaAssertions.assertTenantIsolation;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kuaka.data.Model;
import io.kuaka.data.Row;
import io.kuaka.junit.MigrationTest;
import io.kuaka.junit.Migrator;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

@MigrationTest(app = "myapp", from = "0013_tenant_first", to = "0015_conditional")
class TenantIsolationTest {
    @Test
    void migrationsKeepEachRowWithItsTenant(Migrator migrator) {
        Model tenants = migrator.model("users.Tenant");
        Row tenant1 = tenants.create(Map.of("name", "Tenant 1", "slug", "t1"));
        Row tenant2 = tenants.create(Map.of("name", "Tenant 2", "slug", "t2"));
        rowsOf(tenant1, migrator).create(row("T1 Object"));
        rowsOf(tenant2, migrator).create(row("T2 Object"));

        // Migrates, and fails if a row is with another tenant afterwards, or refers to one.
        assertTenantIsolation(migrator, "tenant");

        assertEquals("T1 Object", rowsOf(tenant1, migrator).all().get().get("username"));
        assertEquals("T2 Object", rowsOf(tenant2, migrator).all().get().get("username"));
    }

    private static Model rowsOf(Row tenant, Migrator migrator) {
        return migrator.models().asTenant("tenant", tenant).get("MyModel");
    }

    private static Map<String, Object> row(String username) {
        return Map.of(
                "username", username,
                "slug", "same",
                "status", "old",
                "needsUpdate", true,
                "createdAt", LocalDateTime.now());
    }
}

package io.kuaka.it.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.Kuaka;
import io.kuaka.it.support.Engine;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteDataSource;

/** The way of plain Java: a data source, and migrations on the class path, here those of the bookshop. */
class KuakaTest {
    @Test
    void migratesADataSourceForwardAndBack() {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl(Engine.SQLITE.fresh().url());
        Kuaka kuaka = Kuaka.on(dataSource);

        assertThat(Kuaka.migrate(dataSource))
                .startsWith("users.0001_initial", "catalog.0001_initial", "users.0002_initial", "events.0001_initial")
                .endsWith("events.0005_tenant_first", "orders.0001_initial")
                .hasSize(9);
        assertThat(kuaka.pending()).isEmpty();

        assertThat(kuaka.migrate("orders", "zero")).containsExactly("orders.0001_initial");
        assertThat(kuaka.applied()).hasSize(8).doesNotContain("orders.0001_initial");
        assertThat(kuaka.pending()).containsExactly("orders.0001_initial");
    }
}

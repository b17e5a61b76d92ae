package io.kuaka.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.spring.support.Boot;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Several instances of an application that start at once on PostgreSQL, each with a small pool. */
class SimultaneousStartTest {
    @Test
    void oneMigratesAndTheOthersWait() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            List<CompletableFuture<Void>> starts = IntStream.range(0, 3)
                    .mapToObj(number -> CompletableFuture.runAsync(() -> Boot.jdbc()
                            .withPropertyValues(Boot.database(url, "postgres", ""))
                            .withPropertyValues("spring.datasource.hikari.maximum-pool-size=2")
                            .run(context -> assertThat(context).hasNotFailed())))
                    .toList();
            starts.forEach(CompletableFuture::join);

            assertThat(new JdbcTemplate(postgres.getPostgresDatabase())
                            .queryForList("select app || '.' || name from kuaka_migrations", String.class))
                    .containsExactlyInAnyOrder("reports.0001_initial", "shop.0001_initial", "shop.0002_title");
        }
    }
}

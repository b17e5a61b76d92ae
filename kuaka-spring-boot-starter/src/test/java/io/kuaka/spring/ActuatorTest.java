package io.kuaka.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kuaka.spring.actuate.DriftEndpoint;
import io.kuaka.spring.actuate.DriftReport.DatabaseDrift;
import io.kuaka.spring.actuate.DriftReport.Difference;
import io.kuaka.spring.actuate.KuakaEndpoint;
import io.kuaka.spring.actuate.MigrationsReport.DatabaseReport;
import io.kuaka.spring.actuate.MigrationsReport.MigrationReport;
import io.kuaka.spring.support.Boot;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;

/** What an application tells about its migrations. */
class ActuatorTest {
    private static final String EXPOSED = "management.endpoints.web.exposure.include=kuaka";

    @Test
    void theEndpointTellsWhatIsAppliedWhenAndByWhom() {
        Boot.jdbc()
                .withPropertyValues(Boot.newDatabase())
                .withPropertyValues(EXPOSED)
                .run(context -> {
                    DatabaseReport report = report(context);
                    assertThat(report.apps()).containsOnlyKeys("reports", "shop");
                    assertThat(report.apps().get("shop"))
                            .extracting(MigrationReport::name, MigrationReport::status)
                            .containsExactly(tuple("0001_initial", "applied"), tuple("0002_title", "applied"));
                    assertThat(report.apps().get("shop").get(0).appliedAt()).startsWith("20");
                    assertThat(report.apps().get("shop").get(0).appliedBy())
                            .contains("process " + ProcessHandle.current().pid());
                    assertThat(report.pending()).isEmpty();
                    assertThat(report.conflicts()).isEmpty();
                    assertThat(report.problems()).isEmpty();
                });
    }

    @Test
    void itIsOnlyThereIfItIsExposed() {
        Boot.jdbc().withPropertyValues(Boot.newDatabase()).run(context -> assertThat(context)
                .doesNotHaveBean(KuakaEndpoint.class));
    }

    @Test
    void pendingMigrationsMakeTheApplicationUnhealthy() {
        String[] database = Boot.newDatabase();
        Boot.jdbc()
                .withPropertyValues(database)
                .withPropertyValues(EXPOSED, "kuaka.target=shop.0001")
                .run(context -> {
                    assertThat(report(context).pending()).containsExactly("reports.0001_initial", "shop.0002_title");
                    assertThat(health(context)).isEqualTo("DOWN");
                });
        Boot.jdbc().withPropertyValues(database).run(context -> assertThat(health(context))
                .isEqualTo("UP"));
    }

    @Test
    void editedMigrationsMakeItUnhealthyAndUnknownOnesDont() {
        Boot.jdbc()
                .withPropertyValues(Boot.newDatabase())
                .withPropertyValues(EXPOSED)
                .run(context -> {
                    JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
                    jdbc.update(
                            "insert into kuaka_migrations(app, name, applied) values ('shop', '0003_later', now())");
                    assertThat(report(context).unknown()).containsExactly("shop.0003_later");
                    assertThat(health(context)).isEqualTo("UP");

                    jdbc.update("delete from kuaka_migrations where name = '0001_initial'");
                    assertThat(health(context)).isEqualTo("DOWN");
                    assertThat(report(context).problems()).isNotEmpty();
                });
    }

    @Test
    void whatSomebodyChangedByHandIsDrift() {
        Boot.jdbc()
                .withPropertyValues(Boot.newDatabase())
                .withPropertyValues(
                        "management.endpoints.web.exposure.include=kuakadrift",
                        "kuaka.drift.ignore=*.shelf always because the warehouse reads it")
                .run(context -> {
                    assertThat(context).doesNotHaveBean(KuakaEndpoint.class);
                    assertThat(drift(context).differences()).isEmpty();
                    assertThat(drift(context).unused()).containsExactly("*.shelf");

                    JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
                    jdbc.execute("alter table item add column shelf varchar(10)");
                    jdbc.execute("alter table item add column remark varchar(10)");
                    jdbc.execute("create table by_hand (id int)");

                    DatabaseDrift drift = drift(context);
                    assertThat(drift.problem()).isNull();
                    assertThat(drift.differences())
                            .extracting(Difference::severity, Difference::path, Difference::found)
                            .containsExactly(tuple("breaks later migrations", "ITEM.REMARK", "character varying(10)"));
                    assertThat(drift.accepted()).containsExactly("ITEM.SHELF");
                    assertThat(drift.unused()).isEmpty();
                    assertThat(drift.unknown()).containsExactly("BY_HAND");
                });
    }

    private static DatabaseDrift drift(ApplicationContext context) {
        return context.getBean(DriftEndpoint.class).drift().dataSources().get("dataSource");
    }

    private static DatabaseReport report(ApplicationContext context) {
        return context.getBean(KuakaEndpoint.class).migrations().dataSources().get("dataSource");
    }

    /** The type of the result has another package in Boot 4. */
    private static String health(ApplicationContext context) {
        Object indicator = context.getBean("kuakaHealthIndicator");
        Object health = ReflectionTestUtils.invokeMethod(indicator, "health");
        return String.valueOf(ReflectionTestUtils.<Object>invokeMethod(health, "getStatus"));
    }
}

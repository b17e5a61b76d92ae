package io.kuaka.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.spring.neighbour.TablesOwnedTwiceException;
import io.kuaka.spring.support.Boot;
import io.kuaka.spring.support.KuakaLog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Applications that also migrate with Flyway or Liquibase. */
class OtherToolsTest {
    private static final String[] APART = {
        "spring.flyway.locations=classpath:flyway/apart",
        "spring.liquibase.change-log=classpath:liquibase/apart/log.xml"
    };
    private static final String[] TWICE = {
        "spring.flyway.locations[0]=classpath:flyway/twice",
        "spring.liquibase.change-log=classpath:liquibase/twice/log.xml"
    };

    @ParameterizedTest
    @ValueSource(strings = {"Flyway", "Liquibase"})
    void theStartSaysWhoOwnsWhichTables(String tool) {
        KuakaLog log = new KuakaLog();
        Boot.with(tool)
                .withPropertyValues(Boot.newDatabase())
                .withPropertyValues(APART)
                .withPropertyValues("spring.flyway.baseline-on-migrate=true")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
                    assertThat(jdbc.queryForObject("select count(*) from item", Integer.class))
                            .isZero();
                    assertThat(jdbc.queryForObject("select count(*) from parcel", Integer.class))
                            .isZero();
                });
        log.close();
        assertThat(log.lines())
                .contains("Kuaka owns the tables of \"dataSource\": item, report", tool + " owns the tables: parcel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Flyway", "Liquibase"})
    void aTableWithTwoOwnersIsRefused(String tool) {
        Boot.with(tool)
                .withPropertyValues(Boot.newDatabase())
                .withPropertyValues(TWICE)
                .run(context -> assertThat(context.getStartupFailure())
                        .hasRootCauseInstanceOf(TablesOwnedTwiceException.class)
                        .rootCause()
                        .hasMessageContaining("Both " + tool + " and Kuaka change these tables: \"report\"")
                        .hasMessageContaining("kuaka.shared-tables=report"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Flyway", "Liquibase"})
    void unlessSomebodySaysSo(String tool) {
        Boot.with(tool)
                .withPropertyValues(Boot.newDatabase())
                .withPropertyValues(TWICE)
                .withPropertyValues("kuaka.shared-tables=Report", "kuaka.mode=validate")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("lacks reports.0001_initial"));
    }
}

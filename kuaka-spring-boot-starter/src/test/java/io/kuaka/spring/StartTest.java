package io.kuaka.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.command.BackwardRefusedException;
import io.kuaka.spring.autoconfigure.KuakaAutoConfiguration;
import io.kuaka.spring.database.UnclearDataSourceException;
import io.kuaka.spring.start.KuakaInitializer;
import io.kuaka.spring.start.PendingMigrationsException;
import io.kuaka.spring.support.Boot;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;

/** What happens to databases when an application starts. */
class StartTest {
    private static final String[] ALL = {"reports.0001_initial", "shop.0001_initial", "shop.0002_title"};

    @Test
    void migratesBeforeAnythingUsesTheDatabase() {
        Boot.jdbc()
                .withUserConfiguration(Impatient.class)
                .withPropertyValues(Boot.newDatabase())
                .run(context ->
                        assertThat(context).hasNotFailed().getBean("titles").isEqualTo(0));
    }

    @Test
    void aSecondStartFindsNothingToDo() {
        String[] database = Boot.newDatabase();
        Boot.jdbc().withPropertyValues(database).run(context -> assertThat(applied(context))
                .containsExactly(ALL));
        Boot.jdbc()
                .withUserConfiguration(Listening.class)
                .withPropertyValues(database)
                .run(context ->
                        assertThat(context.getBean(Listening.class).whole).containsExactly("dataSource: []"));
    }

    @Test
    void startsThatMayOnlyValidateFailWhileMigrationsArePending() {
        String[] database = Boot.newDatabase();
        Boot.jdbc()
                .withPropertyValues(database)
                .withPropertyValues("kuaka.mode=validate")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasRootCauseInstanceOf(PendingMigrationsException.class)
                        .rootCause()
                        .hasMessage("The database of \"dataSource\" lacks reports.0001_initial, shop.0001_initial,"
                                + " shop.0002_title. Apply them, for example with 'mvn kuaka:migrate', or let the"
                                + " application do it with kuaka.mode=migrate."));
        Boot.jdbc().withPropertyValues(database).run(context -> assertThat(context)
                .hasNotFailed());
        Boot.jdbc()
                .withPropertyValues(database)
                .withPropertyValues("kuaka.mode=validate")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void modeNoneLeavesTheDatabaseAlone() {
        Boot.jdbc()
                .withPropertyValues(Boot.newDatabase())
                .withPropertyValues("kuaka.mode=none")
                .run(context -> assertThat(tables(context)).isEmpty());
    }

    @Test
    void withoutKuakaThereIsNoBeanOfIt() {
        Boot.jdbc()
                .withPropertyValues(Boot.newDatabase())
                .withPropertyValues("kuaka.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(KuakaInitializer.class));
    }

    @Test
    void aTargetEndsTheMigrationEarlierButNeverReversesOne() {
        String[] database = Boot.newDatabase();
        Boot.jdbc()
                .withPropertyValues(database)
                .withPropertyValues("kuaka.target=shop.0001")
                .run(context -> assertThat(applied(context)).containsExactly("shop.0001_initial"));
        Boot.jdbc().withPropertyValues(database).run(context -> assertThat(applied(context))
                .containsExactly(ALL));
        Boot.jdbc()
                .withPropertyValues(database)
                .withPropertyValues("kuaka.target=shop.0001")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasRootCauseInstanceOf(BackwardRefusedException.class)
                        .rootCause()
                        .hasMessageContaining("would reverse shop.0002_title"));
        Boot.jdbc()
                .withPropertyValues(database)
                .withPropertyValues("kuaka.target=shop")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("Write, for example, \"catalog.0003\"."));
    }

    @Test
    void theHistoryMayHaveAnotherTable() {
        Boot.jdbc()
                .withPropertyValues(Boot.newDatabase())
                .withPropertyValues("kuaka.table=changes")
                .run(context -> assertThat(tables(context)).contains("changes").doesNotContain("kuaka_migrations"));
    }

    @Test
    void eventsTellOfEachMigrationAtOnceAndOfEachDatabaseInTheEnd() {
        Boot.jdbc()
                .withUserConfiguration(Listening.class)
                .withPropertyValues(Boot.newDatabase())
                .run(context -> {
                    Listening heard = context.getBean(Listening.class);
                    assertThat(heard.whole).containsExactly("dataSource: " + List.of(ALL));
                    assertThat(Early.progress)
                            .hasSizeGreaterThan(Early.heard.size())
                            .startsWith("dataSource: 3 migrations, 3 statements");
                    assertThat(Early.heard)
                            .containsSubsequence("STARTED shop.0001_initial", "FINISHED shop.0001_initial");
                });
    }

    @Test
    void markedDataSourcesAreMigratedEachWithItsApps() {
        Boot.jdbc().withUserConfiguration(Two.class).run(context -> {
            assertThat(tables(new JdbcTemplate(context.getBean("shop", DataSource.class))))
                    .contains("item")
                    .doesNotContain("report");
            assertThat(tables(new JdbcTemplate(context.getBean("archive", DataSource.class))))
                    .contains("report")
                    .doesNotContain("item");
        });
    }

    @Test
    void severalDataSourcesWithoutAMarkAreRefused() {
        Boot.jdbc().withUserConfiguration(Unmarked.class).run(context -> assertThat(context.getStartupFailure())
                .hasRootCauseInstanceOf(UnclearDataSourceException.class)
                .rootCause()
                .hasMessage("The application has the data sources \"one\", \"two\", and none of them is"
                        + " primary. Put @KuakaDataSource on those that Kuaka is to migrate."));
    }

    @Test
    void anotherUserMayMigrate() {
        String[] database = Boot.newDatabase();
        Boot.jdbc()
                .withPropertyValues(database)
                .withPropertyValues("kuaka.enabled=false")
                .run(context ->
                        context.getBean(JdbcTemplate.class).execute("create user keeper password 'secret' admin"));
        Boot.jdbc()
                .withPropertyValues(database)
                .withPropertyValues("kuaka.user=keeper", "kuaka.password=wrong")
                .run(context -> assertThat(context.getStartupFailure()).hasStackTraceContaining("Wrong user name"));
        Boot.jdbc()
                .withPropertyValues(database)
                .withPropertyValues("kuaka.user=keeper", "kuaka.password=secret")
                .run(context -> assertThat(applied(context)).containsExactly(ALL));
    }

    @Test
    void anEmbeddedDatabaseIsMigratedWhateverTheUrlIs() {
        Boot.jdbc()
                .withPropertyValues(Boot.newDatabase())
                .withPropertyValues("kuaka.url=jdbc:postgresql://db.example.com/shop")
                .run(context -> assertThat(applied(context)).containsExactly(ALL));
    }

    @Test
    void anApplicationWithoutADataSourceNeedsOnlyTheUrl() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(KuakaAutoConfiguration.class))
                .withPropertyValues("kuaka.url=" + url, "kuaka.user=sa")
                .run(context -> assertThat(tables(new JdbcTemplate(DataSourceBuilder.create()
                                .url(url)
                                .username("sa")
                                .password("")
                                .build())))
                        .contains("item"));
    }

    private static List<String> applied(ApplicationContext context) {
        return context.getBean(JdbcTemplate.class)
                .queryForList("select app || '.' || name from kuaka_migrations order by app, name", String.class);
    }

    private static List<String> tables(ApplicationContext context) {
        return tables(context.getBean(JdbcTemplate.class));
    }

    private static List<String> tables(JdbcTemplate jdbc) {
        return jdbc.queryForList(
                "select lower(table_name) from information_schema.tables where lower(table_schema) = 'public'",
                String.class);
    }

    @Configuration(proxyBeanMethods = false)
    static class Impatient {
        @Bean
        Integer titles(JdbcTemplate jdbc) {
            return jdbc.queryForObject("select count(title) from item", Integer.class);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Listening {
        final List<String> whole = new ArrayList<>();

        @EventListener
        void migrated(DatabaseMigratedEvent event) {
            whole.add(event.dataSource() + ": " + event.migrations());
        }

        @Bean
        static Early early() {
            return new Early();
        }
    }

    /** Hears what happens while beans are made. */
    static final class Early implements ApplicationListener<ApplicationEvent> {
        static final List<String> heard = new ArrayList<>();
        static final List<String> progress = new ArrayList<>();

        @Override
        public void onApplicationEvent(ApplicationEvent event) {
            if (event instanceof MigrationEvent migration) {
                heard.add(migration.phase() + " " + migration.migration());
            }
            if (event instanceof MigrationProgressEvent reached) {
                progress.add(reached.dataSource() + ": " + reached.progress().words());
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Two {
        @Bean
        @KuakaDataSource(apps = "shop")
        DataSource shop() {
            return inMemory();
        }

        @Bean
        @KuakaDataSource(apps = "reports")
        DataSource archive() {
            return inMemory();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Unmarked {
        @Bean
        DataSource one() {
            return inMemory();
        }

        @Bean
        DataSource two() {
            return inMemory();
        }
    }

    static DataSource inMemory() {
        return DataSourceBuilder.create()
                .url("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
                .username("sa")
                .password("")
                .build();
    }
}

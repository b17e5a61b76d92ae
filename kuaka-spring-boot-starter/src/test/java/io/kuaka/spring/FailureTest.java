package io.kuaka.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.reports.Report;
import com.acme.shop.Item;
import io.kuaka.spring.settings.StartSpelling;
import io.kuaka.spring.support.Boot;
import io.kuaka.spring.support.stock.Shelf;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/** What a person reads if the start fails. */
@ExtendWith(OutputCaptureExtension.class)
class FailureTest {
    @Test
    void theMessageAndTheWayOutArePrintedWithoutAStackTrace(CapturedOutput output) {
        assertThatThrownBy(() -> start("kuaka.mode=validate")).isInstanceOf(Exception.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .containsPattern("Description:\\s+The database of \"dataSource\" lacks reports.0001_initial")
                .containsPattern("Action:\\s+Apply them, for example with 'mvn kuaka:migrate'")
                .doesNotContain("at io.kuaka");
    }

    @Test
    void soAreThoseOfTheCommandsThatTheStartRuns(CapturedOutput output) {
        assertThatThrownBy(() -> start("kuaka.target=shop.0009")).isInstanceOf(Exception.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("0009")
                .doesNotContain("at io.kuaka");
    }

    @Test
    void theySayWhatIsTypedInAnApplication(CapturedOutput output) throws SQLException {
        String[] database = Boot.newDatabase();
        start(database, "kuaka.check-models=off");
        try (Connection connection = DriverManager.getConnection(database[0].split("=", 2)[1], "sa", "");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update kuaka_migrations set name = '0009_later' where name = '0002_title'");
        }
        assertThatThrownBy(() -> start(database, "kuaka.check-models=off")).isInstanceOf(Exception.class);
        assertThat(output)
                .contains("record the new one in this database with 'mvn kuaka:migrate"
                        + " -Dkuaka.accept-changes=shop.0002_title'");
    }

    @Test
    void optionsThatAnApplicationHasAreItsProperties() {
        assertThat(StartSpelling.in("Wait with --lock-wait, or migrate with --on-unknown=warn or --resume-from=3."))
                .isEqualTo("Wait with kuaka.lock-wait, or migrate with kuaka.on-unknown=warn or"
                        + " -Dkuaka.resume-from=3.");
    }

    /** Hibernate's exception has a hundred lines, and none says what to do. */
    @Test
    void aForgottenMigrationIsOneIfHibernateFindsIt(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(
                                WithANewEntity.class,
                                arguments(Boot.newDatabase(), "spring.jpa.hibernate.ddl-auto=validate"))
                        .close())
                .isInstanceOf(Exception.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .containsPattern("Hibernate doesn't find the tables that the entities need\\. .*missing table \\[")
                .contains("run 'mvn kuaka:makemigrations'", "'mvn kuaka:drift'")
                .doesNotContain("at org.hibernate");
    }

    private static void start(String property) {
        start(Boot.newDatabase(), property);
    }

    private static void start(String[] database, String property) {
        SpringApplication.run(Application.class, arguments(database, property)).close();
    }

    private static String[] arguments(String[] database, String property) {
        return Stream.of(
                        Stream.of(database),
                        Stream.of(property, "spring.flyway.enabled=false", "spring.liquibase.enabled=false"))
                .flatMap(each -> each)
                .map(each -> "--" + each)
                .toArray(String[]::new);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackageClasses = {Item.class, Report.class, Shelf.class})
    static class WithANewEntity {}
}

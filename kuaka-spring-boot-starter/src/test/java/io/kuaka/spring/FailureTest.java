package io.kuaka.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.spring.support.Boot;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
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
                .containsPattern("Action:\\s+Apply them, for example with mvn kuaka:migrate")
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

    private static void start(String property) {
        String[] arguments = Stream.of(
                        Stream.of(Boot.newDatabase()),
                        Stream.of(property, "spring.flyway.enabled=false", "spring.liquibase.enabled=false"))
                .flatMap(each -> each)
                .map(each -> "--" + each)
                .toArray(String[]::new);
        SpringApplication.run(Application.class, arguments).close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}
}

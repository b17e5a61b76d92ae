package io.kuaka.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.spring.autoconfigure.KuakaAutoConfiguration;
import io.kuaka.spring.support.Boot;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.utility.DockerImageName;

/** Databases that tests and development tools start. No engine for containers is at hand, so this one only has an address. */
class ServiceConnectionTest {
    private static final String URL = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @Test
    void whatConnectsADataSourceConnectsKuaka() {
        Class<?> jdbc = Boot.one(
                "org.springframework.boot.autoconfigure.jdbc.",
                "org.springframework.boot.jdbc.autoconfigure.",
                "JdbcConnectionDetails");
        Object details = Proxy.newProxyInstance(
                jdbc.getClassLoader(), new Class<?>[] {jdbc}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getJdbcUrl" -> "jdbc:h2:mem:composed";
                    case "getUsername" -> "keeper";
                    case "getPassword" -> "secret";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        Map<Class<?>, ConnectionDetails> all =
                new ConnectionDetailsFactories(null).getConnectionDetails(details, false);
        assertThat((KuakaConnectionDetails) all.get(KuakaConnectionDetails.class))
                .extracting(
                        KuakaConnectionDetails::getJdbcUrl,
                        KuakaConnectionDetails::getUsername,
                        KuakaConnectionDetails::getPassword)
                .containsExactly("jdbc:h2:mem:composed", "keeper", "secret");
    }

    @Test
    void aContainerIsMigratedWhateverThePropertiesAre() {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(ServiceConnectionAutoConfiguration.class, KuakaAutoConfiguration.class))
                .withUserConfiguration(Containers.class)
                .withPropertyValues("kuaka.url=jdbc:postgresql://db.example.com/shop")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(KuakaConnectionDetails.class);
                    assertThat(new JdbcTemplate(DataSourceBuilder.create()
                                            .url(URL)
                                            .username("sa")
                                            .password("")
                                            .build())
                                    .queryForObject("select count(*) from item", Integer.class))
                            .isZero();
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Containers {
        @Bean
        @ServiceConnection
        AddressOnly database() {
            return new AddressOnly();
        }
    }

    /** Isn't started: its database is in the JVM. */
    static final class AddressOnly extends JdbcDatabaseContainer<AddressOnly> {
        AddressOnly() {
            super(DockerImageName.parse("none"));
        }

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return true;
        }

        @Override
        public String getDriverClassName() {
            return "org.h2.Driver";
        }

        @Override
        public String getJdbcUrl() {
            return URL;
        }

        @Override
        public String getUsername() {
            return "sa";
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        protected String getTestQueryString() {
            return "select 1";
        }
    }
}

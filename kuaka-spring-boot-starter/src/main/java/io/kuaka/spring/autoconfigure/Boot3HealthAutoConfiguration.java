package io.kuaka.spring.autoconfigure;

import io.kuaka.spring.actuate.Boot3HealthIndicator;
import io.kuaka.spring.actuate.MigrationHealth;
import io.kuaka.spring.database.ManagedDatabases;
import io.kuaka.spring.start.KuakaInitializer;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Contributes to the health of an application with Spring Boot 3. */
@AutoConfiguration(after = KuakaAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(KuakaInitializer.class)
@ConditionalOnEnabledHealthIndicator("kuaka")
public final class Boot3HealthAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = "kuakaHealthIndicator")
    Boot3HealthIndicator kuakaHealthIndicator(ManagedDatabases databases) {
        return new Boot3HealthIndicator(new MigrationHealth(databases.all()));
    }
}

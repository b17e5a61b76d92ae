package io.kuaka.spring.autoconfigure;

import io.kuaka.spring.actuate.Boot4HealthIndicator;
import io.kuaka.spring.actuate.MigrationHealth;
import io.kuaka.spring.database.ManagedDatabases;
import io.kuaka.spring.start.KuakaInitializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Contributes to the health of an application with Spring Boot 4. */
@AutoConfiguration(after = KuakaAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(KuakaInitializer.class)
@ConditionalOnEnabledHealthIndicator("kuaka")
public final class Boot4HealthAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = "kuakaHealthIndicator")
    Boot4HealthIndicator kuakaHealthIndicator(ManagedDatabases databases) {
        return new Boot4HealthIndicator(new MigrationHealth(databases.all()));
    }
}

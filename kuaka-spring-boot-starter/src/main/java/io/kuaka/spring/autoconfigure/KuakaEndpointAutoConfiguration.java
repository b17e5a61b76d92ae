package io.kuaka.spring.autoconfigure;

import io.kuaka.command.AcceptedDrift;
import io.kuaka.spring.actuate.DriftEndpoint;
import io.kuaka.spring.actuate.KuakaEndpoint;
import io.kuaka.spring.database.ManagedDatabases;
import io.kuaka.spring.models.ModelCheck;
import io.kuaka.spring.start.KuakaInitializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.NativeDetector;
import org.springframework.core.env.Environment;

/** Offers the endpoints to an application with Spring Boot's actuator. */
@AutoConfiguration(after = KuakaAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(KuakaInitializer.class)
public final class KuakaEndpointAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint
    KuakaEndpoint kuakaEndpoint(ManagedDatabases databases, ObjectProvider<ModelCheck> models) {
        // A native image has no class files from which entities could be read a second time.
        return new KuakaEndpoint(databases.all(), NativeDetector.inNativeImage() ? null : models.getIfAvailable());
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint
    DriftEndpoint kuakaDriftEndpoint(ManagedDatabases databases, Environment environment) {
        String rules = environment.getProperty("kuaka." + AcceptedDrift.SETTING, "");
        return new DriftEndpoint(databases.all(), AcceptedDrift.read(rules));
    }
}

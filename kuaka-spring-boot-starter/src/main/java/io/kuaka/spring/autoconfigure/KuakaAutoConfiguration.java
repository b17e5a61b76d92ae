package io.kuaka.spring.autoconfigure;

import io.kuaka.command.project.ClassPath;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceLayout;
import io.kuaka.routing.Placement;
import io.kuaka.spring.KuakaConnectionDetails;
import io.kuaka.spring.database.DatabaseFinder;
import io.kuaka.spring.database.ManagedDatabases;
import io.kuaka.spring.models.ModelCheck;
import io.kuaka.spring.neighbour.Ownership;
import io.kuaka.spring.settings.KuakaProperties;
import io.kuaka.spring.start.KuakaInitializer;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** Migrates the databases of an application when it starts. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration",
            "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration",
            "org.springframework.boot.autoconfigure.liquibase.LiquibaseAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration"
        })
@ConditionalOnClass({DataSource.class, DatabaseInitializationDependencyConfigurer.class, SchemaManagementProvider.class
})
@ConditionalOnProperty(name = "kuaka.enabled", matchIfMissing = true)
@Conditional(KuakaAutoConfiguration.HasDatabase.class)
@EnableConfigurationProperties(KuakaProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
public final class KuakaAutoConfiguration {
    @Bean
    ManagedDatabases kuakaDatabases(ConfigurableListableBeanFactory beans, KuakaProperties properties) {
        ClassLoader classLoader =
                Objects.requireNonNullElseGet(beans.getBeanClassLoader(), ClassUtils::getDefaultClassLoader);
        Project project = Project.load(classLoader, ClassPath.roots(classLoader), SourceLayout.none())
                .on(Placement.DEFAULT);
        return new ManagedDatabases(new DatabaseFinder(beans, properties, project).find());
    }

    @Bean
    KuakaInitializer kuakaInitializer(
            ManagedDatabases databases,
            KuakaProperties properties,
            ConfigurableListableBeanFactory beans,
            Environment environment,
            ApplicationEventPublisher publisher) {
        return new KuakaInitializer(
                databases.all(), Ownership.of(beans, environment, properties.sharedTables()), properties, publisher);
    }

    @Bean
    SchemaManagementProvider kuakaSchemaManagementProvider(ManagedDatabases databases, KuakaProperties properties) {
        return new KuakaSchemaManagementProvider(databases, properties.mode());
    }

    /** The promise is a migrated database after the start, whether anything has used it or not. */
    @Bean
    static LazyInitializationExcludeFilter kuakaIsNotLazy() {
        return LazyInitializationExcludeFilter.forBeanTypes(KuakaInitializer.class, ManagedDatabases.class);
    }

    /** The entities of an application with Hibernate. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(
            name = {
                "jakarta.persistence.EntityManagerFactory",
                "org.springframework.orm.jpa.EntityManagerFactoryInfo",
                "org.hibernate.boot.MetadataSources"
            })
    static class Models {
        @Bean
        ModelCheck kuakaModelCheck(
                ManagedDatabases databases,
                ConfigurableListableBeanFactory beans,
                KuakaProperties properties,
                Environment environment) {
            return new ModelCheck(databases.all(), beans, properties, environment.getProperty("kuaka.default-app"));
        }

        @Bean
        static LazyInitializationExcludeFilter kuakaModelCheckIsNotLazy() {
            return LazyInitializationExcludeFilter.forBeanTypes(ModelCheck.class);
        }
    }

    /** There is a database if anything says how to connect to one. */
    static final class HasDatabase extends AnyNestedCondition {
        HasDatabase() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnBean(DataSource.class)
        static final class HasDataSource {}

        @ConditionalOnBean(KuakaConnectionDetails.class)
        static final class HasConnectionDetails {}

        @ConditionalOnProperty("kuaka.url")
        static final class HasUrl {}
    }
}

package io.kuaka.hibernate.boot;

import io.kuaka.base.MigrationException;
import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.hibernate.line.HibernateLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;

/**
 * Hibernate's metadata of the application's entities, built without a database; closing it frees Hibernate's resources.
 *
 * @param names tells which names of constraints and indexes Hibernate generated
 */
public record BootMetadata(MetadataImplementor metadata, GeneratedNames names, StandardServiceRegistry registry)
        implements AutoCloseable {
    /** Settings about a database, or that would make Hibernate look for one. */
    private static final List<String> LEFT_OUT = List.of(
            "hibernate.connection",
            "hibernate.dialect",
            "hibernate.hbm2ddl",
            "hibernate.hikari",
            "hibernate.c3p0",
            "hibernate.agroal",
            "hibernate.cache",
            "hibernate.jta",
            "hibernate.transaction",
            "hibernate.session_factory",
            "hibernate.boot.allow_jdbc_metadata_access",
            "hibernate.implicit_naming_strategy",
            "hibernate.physical_naming_strategy",
            "hibernate.multi_tenant_connection_provider",
            "jakarta.persistence.jdbc",
            "jakarta.persistence.jtaDataSource",
            "jakarta.persistence.nonJtaDataSource",
            "jakarta.persistence.schema-generation",
            "jakarta.persistence.database",
            "jakarta.persistence.sql-load-script-source",
            "javax.persistence.");

    /**
     * Builds the metadata.
     *
     * @throws io.kuaka.hibernate.line.UnsupportedHibernateException if Hibernate is too old
     * @throws UnreadableModelException if Hibernate can't read the entities
     */
    public static BootMetadata build(ReaderSettings settings) {
        HibernateLine.present().requireSupported();
        NamingStrategies strategies = new NamingStrategies(settings);
        GeneratedNames names = new GeneratedNames(strategies.implicit());
        Map<String, Object> properties = properties(settings);
        BeanValidation validation = BeanValidation.prepare(properties);
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoaderService(new EntityClasses(settings.classLoader()))
                        .build())
                .applySettings(properties)
                .build();
        try {
            MetadataImplementor metadata = (MetadataImplementor) sources(settings, registry)
                    .getMetadataBuilder()
                    .applyImplicitNamingStrategy(names.observed())
                    .applyPhysicalNamingStrategy(strategies.physical())
                    .build();
            Timestamps.apply(metadata);
            validation.apply(metadata, registry, settings.classLoader());
            metadata.orderColumns(true);
            metadata.validate();
            return new BootMetadata(metadata, names, registry);
        } catch (MigrationException | Error e) {
            StandardServiceRegistryBuilder.destroy(registry);
            throw e;
        } catch (RuntimeException e) {
            StandardServiceRegistryBuilder.destroy(registry);
            throw new UnreadableModelException(e);
        }
    }

    private static MetadataSources sources(ReaderSettings settings, StandardServiceRegistry registry) {
        MetadataSources sources = new MetadataSources(registry);
        // Sorted, because the order of discriminator values follows that of the classes.
        settings.classNames().stream().sorted().forEach(sources::addAnnotatedClassName);
        settings.packageNames().forEach(sources::addPackage);
        settings.mappingFiles().forEach(sources::addResource);
        return sources;
    }

    private static Map<String, Object> properties(ReaderSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        settings.properties().forEach((name, value) -> {
            String plain = name.startsWith("spring.jpa.properties.")
                    ? name.substring("spring.jpa.properties.".length())
                    : name;
            boolean passed = plain.startsWith("hibernate.")
                    || plain.startsWith("jakarta.persistence.")
                    || plain.startsWith("org.hibernate.envers.");
            if (passed && LEFT_OUT.stream().noneMatch(plain::startsWith)) {
                properties.put(plain, value);
            }
        });
        properties.put("hibernate.dialect", new NeutralDialect());
        properties.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        properties.put("hibernate.temp.use_jdbc_metadata_defaults", "false");
        return properties;
    }

    @Override
    public void close() {
        StandardServiceRegistryBuilder.destroy(registry);
    }
}

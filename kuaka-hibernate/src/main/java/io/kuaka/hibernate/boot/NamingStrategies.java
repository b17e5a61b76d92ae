package io.kuaka.hibernate.boot;

import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.hibernate.line.HibernateLine;
import java.util.Map;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyComponentPathImpl;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyLegacyHbmImpl;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyLegacyJpaImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.jspecify.annotations.Nullable;

/**
 * Finds the naming strategies that the application's settings choose.
 *
 * <p>Spring Boot has defaults of its own. They apply if Spring Boot is on the class path; their class names are also
 * understood without Spring.
 */
final class NamingStrategies {
    private static final String SPRING_BOOT = "org.springframework.boot.SpringApplication";

    private final ReaderSettings settings;

    NamingStrategies(ReaderSettings settings) {
        this.settings = settings;
    }

    /** Returns the implicit naming strategy. */
    ImplicitNamingStrategy implicit() {
        String chosen = chosen("implicit");
        if (chosen == null) {
            return isSpringBoot() ? new SpringImplicit() : new ImplicitNamingStrategyJpaCompliantImpl();
        }
        return switch (simpleName(chosen)) {
            case "default", "jpa" -> new ImplicitNamingStrategyJpaCompliantImpl();
            case "legacy-jpa" -> new ImplicitNamingStrategyLegacyJpaImpl();
            case "legacy-hbm" -> new ImplicitNamingStrategyLegacyHbmImpl();
            case "component-path" -> new ImplicitNamingStrategyComponentPathImpl();
            case "SpringImplicitNamingStrategy" -> new SpringImplicit();
            default -> instantiate(chosen, ImplicitNamingStrategy.class);
        };
    }

    /** Returns the physical naming strategy. */
    PhysicalNamingStrategy physical() {
        String chosen = chosen("physical");
        if (chosen == null) {
            return isSpringBoot() ? HibernateLine.adapter().snakeCase() : PhysicalNamingStrategyStandardImpl.INSTANCE;
        }
        return switch (simpleName(chosen)) {
            case "default" -> PhysicalNamingStrategyStandardImpl.INSTANCE;
            case "CamelCaseToUnderscoresNamingStrategy", "SpringPhysicalNamingStrategy" ->
                HibernateLine.adapter().snakeCase();
            default -> instantiate(chosen, PhysicalNamingStrategy.class);
        };
    }

    private @Nullable String chosen(String kind) {
        Map<String, String> properties = settings.properties();
        for (String name : new String[] {
            "hibernate." + kind + "_naming_strategy",
            "spring.jpa.properties.hibernate." + kind + "_naming_strategy",
            "spring.jpa.hibernate.naming." + kind + "-strategy",
            "spring.jpa.hibernate.naming." + kind + "Strategy"
        }) {
            String value = properties.get(name);
            if (value != null && !value.isBlank()) {
                return value.trim();
            }
        }
        return null;
    }

    private boolean isSpringBoot() {
        return settings.classLoader().getResource(SPRING_BOOT.replace('.', '/') + ".class") != null;
    }

    private <T> T instantiate(String className, Class<T> type) {
        try {
            Class<?> found = Class.forName(className, true, settings.classLoader());
            return type.cast(found.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new NamingStrategyException(className, type.getSimpleName(), e);
        }
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** Names join tables as Spring Boot does: after the attribute, so two between the same entities differ. */
    private static final class SpringImplicit extends ImplicitNamingStrategyJpaCompliantImpl {
        private static final long serialVersionUID = 1L;

        @Override
        public Identifier determineJoinTableName(ImplicitJoinTableNameSource source) {
            String name = source.getOwningPhysicalTableName() + "_"
                    + source.getAssociationOwningAttributePath().getProperty();
            return toIdentifier(name, source.getBuildingContext());
        }
    }
}

package io.kuaka.spring.autoconfigure;

import io.kuaka.spring.start.KuakaInitializer;
import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/** Tells Spring that beans which use a database have to wait for Kuaka. */
final class KuakaInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {
    /** After Flyway and Liquibase, whose orders are 1 and 0; before scripts such as data.sql, which are nearly last. */
    private static final int AFTER_OTHER_TOOLS = 10;

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(KuakaInitializer.class);
    }

    @Override
    public int getOrder() {
        return AFTER_OTHER_TOOLS;
    }
}

package io.kuaka.spring.models;

import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingSystem;

/** Keeps Hibernate from logging while Kuaka reads entities by it: that it has no database is nobody's business. */
final class QuietHibernate {
    private static final String LOGGER = "org.hibernate";

    private QuietHibernate() {}

    static <T> T during(BeanFactory beans, Supplier<T> action) {
        LoggingSystem logging = beans.getBeanProvider(LoggingSystem.class).getIfAvailable();
        if (logging == null) {
            return action.get();
        }
        LoggerConfiguration before = logging.getLoggerConfiguration(LOGGER);
        logging.setLogLevel(LOGGER, LogLevel.OFF);
        try {
            return action.get();
        } finally {
            logging.setLogLevel(LOGGER, before == null ? null : before.getConfiguredLevel());
        }
    }
}

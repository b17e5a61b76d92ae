package io.kuaka.it.support;

import io.kuaka.it.evolution.EvolutionVersion;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;

/** What Hibernate says of a database: its own schema validation, with the entities of a version. */
public final class HibernateCheck {
    private HibernateCheck() {}

    public static void validate(TestDatabase database, EvolutionVersion version) {
        ClassLoader loader = Sources.loader(version.classes());
        List<Class<?>> entities = Sources.classNames(version.classes()).stream()
                .<Class<?>>map(name -> load(loader, name))
                .toList();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            validate(database, version.toString(), entities);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts an application as it does with {@code ddl-auto=validate}. */
    public static void validate(TestDatabase database, String version, List<Class<?>> entities) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("hibernate.connection.url", database.url());
        settings.put("hibernate.connection.username", database.user());
        settings.put("hibernate.connection.password", database.password());
        settings.put("hibernate.hbm2ddl.auto", "validate");
        settings.put("jakarta.persistence.validation.mode", "none");
        settings.put("hibernate.query.mutation_strategy.persistent.create_tables", "false");
        Class<? extends Dialect> dialect = database.engine().hibernateDialect();
        if (dialect != null) {
            settings.put("hibernate.dialect", dialect.getName());
        }
        MetadataSources sources = new MetadataSources(HibernateServices.registry(settings));
        entities.forEach(sources::addAnnotatedClass);
        try (SessionFactory factory = sources.buildMetadata().buildSessionFactory()) {
            factory.getMetamodel();
        } catch (RuntimeException e) {
            throw new AssertionError(version + ": Hibernate's validation fails on " + database.engine(), e);
        }
    }

    /**
     * SQLite with one integer type, as it is.
     *
     * <p>A generated id must be declared {@code integer} there, and Hibernate declares it so for a {@code Long} too; its
     * validation then refuses the table that it made itself, for it expects {@code bigint}.
     */
    public static final class OneIntegerDialect extends SQLiteDialect {
        public OneIntegerDialect(DialectResolutionInfo info) {
            super(info);
        }

        @Override
        public boolean equivalentTypes(int first, int second) {
            return super.equivalentTypes(first, second) || isInteger(first) && isInteger(second);
        }

        private static boolean isInteger(int type) {
            return type == Types.INTEGER || type == Types.BIGINT;
        }
    }

    /**
     * MySQL with one type for texts without a limit, as it is.
     *
     * <p>A nationalized one is declared {@code longtext character set utf8mb4}. The server calls it {@code longtext}
     * afterwards, which Hibernate's validation takes for another type.
     */
    public static final class OneTextDialect extends MySQLDialect {
        public OneTextDialect(DialectResolutionInfo info) {
            super(info);
        }

        @Override
        public boolean equivalentTypes(int first, int second) {
            return super.equivalentTypes(first, second) || isText(first) && isText(second);
        }

        private static boolean isText(int type) {
            return type == Types.NCLOB || type == Types.LONGVARCHAR || type == Types.VARCHAR;
        }
    }
}

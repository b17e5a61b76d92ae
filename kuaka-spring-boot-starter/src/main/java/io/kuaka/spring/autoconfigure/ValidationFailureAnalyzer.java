package io.kuaka.spring.autoconfigure;

import io.kuaka.spring.database.ManagedDatabases;
import io.kuaka.spring.settings.StartMode;
import io.kuaka.spring.settings.StartSpelling;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;

/**
 * Says what to do if Hibernate's validation ({@code ddl-auto=validate}) finds other tables than the entities need. Mostly an
 * entity was changed, and nobody has written the migration.
 *
 * <p>The exception is known by its name only: an application may have no Hibernate.
 */
final class ValidationFailureAnalyzer implements FailureAnalyzer {
    private static final String EXCEPTION = "org.hibernate.tool.schema.spi.SchemaManagementException";

    /** What writes and runs scripts throws the same exception; Hibernate 7 has no hyphen. */
    private static final Pattern OF_VALIDATION = Pattern.compile("Schema[- ]validation: .*", Pattern.DOTALL);

    private final BeanFactory beans;
    private final Environment environment;

    ValidationFailureAnalyzer(BeanFactory beans, Environment environment) {
        this.beans = beans;
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return names(ManagedDatabases.class).length > 0
                ? cause(failure).map(cause -> analysis(failure, cause)).orElse(null)
                : null;
    }

    private FailureAnalysis analysis(Throwable failure, Throwable cause) {
        // Which data source the entities use can't be asked of beans that are gone.
        boolean isOneOfSeveral = names(DataSource.class).length > 1;
        return new FailureAnalysis(
                "Hibernate doesn't find the tables that the entities need. " + cause.getMessage()
                        + (isOneOfSeveral ? beanOf(failure) : ""),
                StartSpelling.in((isOneOfSeveral
                                ? "If it is a database that Kuaka migrates, and an entity was changed, run"
                                : "If an entity was changed, run")
                        + " 'kuaka makemigrations' and review what it writes; "
                        + (isMigratedAtStart() ? "the next start, or 'kuaka migrate'," : "'kuaka migrate'")
                        + " applies it. If it finds no changes, 'kuaka drift' shows what was changed in the"
                        + " database."),
                cause);
    }

    private boolean isMigratedAtStart() {
        return Binder.get(environment)
                .bind("kuaka.mode", StartMode.class)
                .map(mode -> mode == StartMode.MIGRATE)
                .orElse(true);
    }

    /** The innermost bean that can't be made is the entity manager's factory; others need it. */
    private static String beanOf(Throwable failure) {
        return chain(failure)
                .filter(BeanCreationException.class::isInstance)
                .map(each -> ((BeanCreationException) each).getBeanName())
                .filter(Objects::nonNull)
                .reduce((outer, inner) -> inner)
                .map(name -> " The bean is \"" + name + "\".")
                .orElse("");
    }

    private static Optional<Throwable> cause(Throwable failure) {
        return chain(failure)
                .filter(each -> each.getClass().getName().equals(EXCEPTION)
                        && OF_VALIDATION
                                .matcher(String.valueOf(each.getMessage()))
                                .matches())
                .findFirst();
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause);
    }

    /** The beans themselves are gone by now, and must not be made once more. */
    private String[] names(Class<?> type) {
        return beans instanceof ListableBeanFactory all ? all.getBeanNamesForType(type, true, false) : new String[0];
    }
}

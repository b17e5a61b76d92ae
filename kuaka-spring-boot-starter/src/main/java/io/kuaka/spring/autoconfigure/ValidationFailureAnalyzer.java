package io.kuaka.spring.autoconfigure;

import io.kuaka.spring.database.ManagedDatabases;
import io.kuaka.spring.settings.StartSpelling;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Says what to do if Hibernate's validation ({@code ddl-auto=validate}) finds other tables than the entities need. Mostly an
 * entity was changed, and nobody has written the migration.
 *
 * <p>The exception is known by its name only: an application may have no Hibernate.
 */
final class ValidationFailureAnalyzer implements FailureAnalyzer {
    private static final String EXCEPTION = "org.hibernate.tool.schema.spi.SchemaManagementException";

    private static final String WAY_OUT =
            "If an entity was changed, run 'kuaka makemigrations' and review what it writes; the next start, or"
                    + " 'kuaka migrate', applies it. If it finds no changes, 'kuaka drift' shows what was changed in the"
                    + " database.";

    private final BeanFactory beans;

    ValidationFailureAnalyzer(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return isKuakas() ? cause(failure).map(this::analysis).orElse(null) : null;
    }

    private FailureAnalysis analysis(Throwable cause) {
        return new FailureAnalysis(
                "Hibernate doesn't find the tables that the entities need. " + cause.getMessage(),
                StartSpelling.in(WAY_OUT),
                cause);
    }

    private static Optional<Throwable> cause(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .filter(each -> each.getClass().getName().equals(EXCEPTION))
                .findFirst();
    }

    /** The beans themselves are gone by now, and must not be made once more. */
    private boolean isKuakas() {
        return beans instanceof ListableBeanFactory all
                && all.getBeanNamesForType(ManagedDatabases.class, true, false).length > 0;
    }
}

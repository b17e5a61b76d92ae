package io.kuaka.junit;

import io.kuaka.junit.TestProject.Place;
import io.kuaka.junit.database.TestDatabase;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives tests their {@link Migrator}. */
final class MigrationTestExtension implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(MigrationTestExtension.class);

    /** What a test has got. */
    private record Given(TestDatabase database, Migrator migrator) {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Migrator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(Given.class, key -> make(annotation(context)), Given.class)
                .migrator();
    }

    /** One on the method goes before one on the class. */
    private static MigrationTest annotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), MigrationTest.class)
                .or(() -> AnnotationSupport.findAnnotation(context.getRequiredTestClass(), MigrationTest.class))
                .orElseThrow(() -> new IllegalStateException("No @MigrationTest on " + context.getDisplayName()));
    }

    private static Given make(MigrationTest wanted) {
        TestDatabase database = TestProject.present()
                .server(new Place(wanted.url(), wanted.user(), wanted.password()))
                .fresh();
        try {
            return new Given(database, Migrator.on(database.dataSource(), wanted.app(), wanted.from(), wanted.to()));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Given given = context.getStore(NAMESPACE).remove(Given.class, Given.class);
        if (given != null) {
            given.migrator().close();
            given.database().close();
        }
    }
}

package io.kuaka.junit;

import io.kuaka.junit.TestProject.Place;
import io.kuaka.junit.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests copies of a migrated database. */
final class MigratedDatabaseExtension implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(MigratedDatabaseExtension.class);

    /** What a test has got. */
    private static final class Given {
        private final List<TestDatabase> databases = new ArrayList<>();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(MigratedDatabase.class)
                && parameter.getParameter().getType() == DataSource.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        MigratedDatabase wanted =
                parameter.findAnnotation(MigratedDatabase.class).orElseThrow();
        TestDatabase database =
                TestProject.present().migrated(new Place(wanted.url(), wanted.user(), wanted.password()));
        context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(Given.class, key -> new Given(), Given.class)
                .databases
                .add(database);
        return database.dataSource();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Given given = context.getStore(NAMESPACE).remove(Given.class, Given.class);
        if (given != null) {
            given.databases.forEach(TestDatabase::close);
        }
    }
}

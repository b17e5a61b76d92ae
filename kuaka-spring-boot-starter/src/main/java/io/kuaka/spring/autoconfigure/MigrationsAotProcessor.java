package io.kuaka.spring.autoconfigure;

import io.kuaka.command.project.ClassPath;
import io.kuaka.loader.MigrationList;
import io.kuaka.spring.database.ManagedDatabases;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Tells a native image about migrations while Spring prepares it: which there are, since an image has no class files to
 * search, and that they are made by reflection.
 */
final class MigrationsAotProcessor implements BeanFactoryInitializationAotProcessor {
    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beans) {
        if (beans.getBeanNamesForType(ManagedDatabases.class, true, false).length == 0) {
            return null;
        }
        ClassLoader classLoader =
                Objects.requireNonNullElseGet(beans.getBeanClassLoader(), ClassUtils::getDefaultClassLoader);
        MigrationList list = MigrationList.of(ClassPath.roots(classLoader));
        return (context, code) -> contribute(list, classLoader, context);
    }

    /** The classes are named by themselves: Spring takes {@code package-info} for no name of a class. */
    private static void contribute(MigrationList list, ClassLoader classLoader, GenerationContext context) {
        context.getGeneratedFiles().addResourceFile(MigrationList.RESOURCE, list.text());
        context.getRuntimeHints().resources().registerPattern(MigrationList.RESOURCE);
        list.classNames().forEach(name -> context.getRuntimeHints()
                .reflection()
                .registerType(load(name, classLoader), MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS));
    }

    private static Class<?> load(String name, ClassLoader classLoader) {
        try {
            return Class.forName(name, false, classLoader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new UnloadableMigrationException(name, e);
        }
    }
}

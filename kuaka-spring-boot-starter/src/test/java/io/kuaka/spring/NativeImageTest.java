package io.kuaka.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.base.MigrationException;
import io.kuaka.loader.MigrationList;
import io.kuaka.spring.database.ManagedDatabases;
import io.kuaka.spring.support.Boot;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeHint;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.Opcodes;
import org.springframework.beans.factory.aot.AotServices;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.javapoet.ClassName;

/** What Spring prepares for a native image. None was ever built here. */
class NativeImageTest {
    private static final String PROCESSOR = "io.kuaka.spring.autoconfigure.MigrationsAotProcessor";

    @Test
    void anImageKnowsTheMigrationsAndMayMakeThem() {
        Boot.jdbc().withPropertyValues(Boot.newDatabase()).run(context -> {
            InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
            RuntimeHints hints = hints(context.getBeanFactory(), files);

            assertThat(files.getGeneratedFileContent(Kind.RESOURCE, MigrationList.RESOURCE))
                    .contains(
                            "com.acme.shop.migrations.M0001_initial",
                            "com.acme.shop.migrations.M0002_title",
                            "com.acme.shop.package-info");
            assertThat(RuntimeHintsPredicates.resource().forResource(MigrationList.RESOURCE))
                    .accepts(hints);
            TypeHint migration = hints.reflection().getTypeHint(com.acme.shop.migrations.M0002_title.class);
            assertThat(migration.getMemberCategories()).contains(MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
        });
    }

    @Test
    void anApplicationWithoutKuakaIsLeftAlone() {
        Boot.jdbc()
                .withPropertyValues(Boot.newDatabase())
                .withPropertyValues("kuaka.enabled=false")
                .run(context ->
                        assertThat(contribution(context.getBeanFactory())).isNull());
    }

    /** Spring's message had neither the kind of class nor the way out. */
    @Test
    void aMigrationThatCannotBeLoadedIsNamed(@TempDir Path folder) throws IOException {
        String name = "com.acme.broken.migrations.M0001_initial";
        Path file = folder.resolve(name.replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        ClassWriter migration = new ClassWriter(0);
        migration.visit(
                Opcodes.V17, Opcodes.ACC_PUBLIC, name.replace('.', '/'), null, "com/acme/Missing", new String[0]);
        Files.write(file, migration.toByteArray());

        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
            beans.setBeanClassLoader(classes);
            beans.registerSingleton("kuakaDatabases", new ManagedDatabases(List.of()));
            assertThatThrownBy(() -> hints(beans, new InMemoryGeneratedFiles()))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContainingAll(
                            name, "com/acme/Missing", "Check that its dependencies are on the class path");
        }
    }

    private static RuntimeHints hints(ConfigurableListableBeanFactory beans, InMemoryGeneratedFiles files)
            throws IOException {
        DefaultGenerationContext generation =
                new DefaultGenerationContext(new ClassNameGenerator(ClassName.get("com.acme", "Shop")), files);
        contribution(beans).applyTo(generation, null);
        return generation.getRuntimeHints();
    }

    private static BeanFactoryInitializationAotContribution contribution(ConfigurableListableBeanFactory beans) {
        return AotServices.factories().load(BeanFactoryInitializationAotProcessor.class).asList().stream()
                .filter(each -> each.getClass().getName().equals(PROCESSOR))
                .findFirst()
                .orElseThrow()
                .processAheadOfTime(beans);
    }
}

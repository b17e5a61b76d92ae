package io.kuaka.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.loader.MigrationList;
import io.kuaka.spring.support.Boot;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeHint;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.aot.AotServices;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
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

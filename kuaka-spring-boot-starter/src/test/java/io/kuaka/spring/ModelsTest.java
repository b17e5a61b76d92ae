package io.kuaka.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.reports.Report;
import com.acme.shop.Item;
import io.kuaka.spring.models.ModelsChangedException;
import io.kuaka.spring.support.Boot;
import io.kuaka.spring.support.KuakaLog;
import io.kuaka.spring.support.stock.Shelf;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Configuration;

/** Applications with entities. */
class ModelsTest {
    @Test
    void hibernateLeavesTheTablesToKuakaAndFindsThemRight() {
        Boot.jpa()
                .withUserConfiguration(OnlyMigrated.class)
                .withPropertyValues(Boot.newDatabase())
                .run(context -> assertThat(
                                context.getBean(EntityManagerFactory.class).getProperties())
                        .doesNotContainEntry("hibernate.hbm2ddl.auto", "create-drop"));
        Boot.jpa()
                .withUserConfiguration(OnlyMigrated.class)
                .withPropertyValues(Boot.newDatabase())
                .withPropertyValues("spring.jpa.hibernate.ddl-auto=validate", "kuaka.check-models=fail")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void modelsWithoutAMigrationAreWarnedOf() {
        KuakaLog log = new KuakaLog();
        Boot.jpa()
                .withUserConfiguration(Changed.class)
                .withPropertyValues(Boot.newDatabase())
                .run(context -> assertThat(context).hasNotFailed());
        log.close();
        assertThat(log.lines())
                .contains("The models of these apps have changes without a migration: \"stock\". Run 'mvn"
                        + " kuaka:makemigrations', or set kuaka.check-models=off.");
    }

    @Test
    void theStartFailsIfModelsMustHaveMigrations() {
        Boot.jpa()
                .withUserConfiguration(Changed.class)
                .withPropertyValues(Boot.newDatabase())
                .withPropertyValues("kuaka.check-models=fail")
                .run(context -> assertThat(context.getStartupFailure()).isInstanceOf(ModelsChangedException.class));
    }

    @Test
    void tablesThatAreLeftToOthersNeedNoMigration() {
        Boot.jpa()
                .withUserConfiguration(Changed.class)
                .withPropertyValues(Boot.newDatabase())
                .withPropertyValues("kuaka.check-models=fail", "kuaka.unmanaged-tables=SHEL*")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void modelsNeedNotBeCompared() {
        KuakaLog log = new KuakaLog();
        Boot.jpa()
                .withUserConfiguration(Changed.class)
                .withPropertyValues(Boot.newDatabase())
                .withPropertyValues("kuaka.check-models=off")
                .run(context -> assertThat(context).hasNotFailed());
        log.close();
        assertThat(log.lines()).noneMatch(line -> line.contains("without a migration"));
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackageClasses = {Item.class, Report.class})
    static class OnlyMigrated {}

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackageClasses = {Item.class, Report.class, Shelf.class})
    static class Changed {}
}

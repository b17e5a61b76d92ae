package io.kuaka.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.spring.database.ManagedDatabases;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

/** What is said about the tables that Hibernate misses. */
class ValidationFailureAnalyzerTest {
    private static final String MISSING = "Schema-validation: missing table [shelf]";

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private final MockEnvironment environment = new MockEnvironment();

    ValidationFailureAnalyzerTest() {
        beans.registerSingleton("kuakaDatabases", new ManagedDatabases(List.of()));
        addDataSource("dataSource");
    }

    /** Hibernate 6 has a hyphen there, and Hibernate 7 none. */
    @ParameterizedTest
    @ValueSource(strings = {MISSING, "Schema validation: missing table [shelf]"})
    void aMissingTableMayBeAForgottenMigration(String message) {
        FailureAnalysis analysis = analysis(message);
        assertThat(analysis.getDescription()).endsWith("the entities need. " + message);
        assertThat(analysis.getAction()).startsWith("If an entity was changed, run 'mvn kuaka:makemigrations'");
    }

    /** It was said about a script that can't be written. */
    @Test
    void whatElseHibernateCannotDoIsLeftToIt() {
        assertThat(analysis("Unable to open specified script target file [schema.sql] for writing"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"migrate,true", "validate,false", "NONE,false"})
    void theNextStartMigratesOnlyIfItMay(String mode, boolean migrates) {
        environment.setProperty("kuaka.mode", mode);
        String action = analysis(MISSING).getAction();
        assertThat(action).contains("'mvn kuaka:migrate'");
        assertThat(action.contains("the next start")).isEqualTo(migrates);
    }

    @Test
    void ofSeveralDatabasesItMayBeOneThatKuakaDoesNotMigrate() {
        addDataSource("stock");
        FailureAnalysis analysis = analysis(MISSING);
        assertThat(analysis.getDescription()).endsWith(MISSING + " The bean is \"stockEntities\".");
        assertThat(analysis.getAction()).startsWith("If it is a database that Kuaka migrates, and an entity");
    }

    private void addDataSource(String name) {
        DataSource source = new DriverManagerDataSource();
        beans.registerSingleton(name, source);
    }

    private FailureAnalysis analysis(String message) {
        return new ValidationFailureAnalyzer(beans, environment)
                .analyze(new BeanCreationException(
                        "shelves",
                        "needs another",
                        new BeanCreationException("stockEntities", "fails", new SchemaManagementException(message))));
    }
}

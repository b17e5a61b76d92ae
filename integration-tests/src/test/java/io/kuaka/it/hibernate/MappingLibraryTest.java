package io.kuaka.it.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.ReadSchema;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mapping that Hibernate knows, on every database: the tables are those that Hibernate wants. */
@Tag("slow")
class MappingLibraryTest {
    static Stream<Arguments> groups() {
        return Stream.of(MappingGroup.values())
                .flatMap(group -> group.engines().stream().map(engine -> Arguments.of(group, engine)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("groups")
    @DisplayName("makes the tables that Hibernate makes, and leaves nothing behind")
    void makesTheTablesThatHibernateMakes(MappingGroup group, Engine engine) throws SQLException {
        try (MappingRun run = MappingRun.of(group, engine.fresh())) {
            run.migrate(List.of(Target.everything()));
            assertThat(run.differences()).isEmpty();
            ReadSchema ours = run.schema();
            run.validate();
            run.migrate(group.zero());
            assertThat(run.schema().isEmpty()).isTrue();
            run.create();
            assertThat(MappingDifference.unexplained(engine, ours.differences(run.schema())))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"jakarta.persistence.validation.mode, none", "hibernate.validator.apply_to_ddl, false"})
    void leavesRulesOfBeanValidationOutWhereHibernateDoes(String setting, String value) {
        ModelKey key = ModelKey.parse("mapping.Applicant");
        ModelState with = MappingGroup.VALIDATED.state().model(key);
        ModelState without = MappingGroup.VALIDATED.read(Map.of(setting, value)).model(key);

        assertThat(with.field("surname").isNullable()).isFalse();
        assertThat(with.constraints()).containsKey("applicant_age_check");
        assertThat(without.field("surname").isNullable()).isTrue();
        assertThat(without.constraints()).doesNotContainKey("applicant_age_check");
    }

    /** What docs/databases/sqlite.md says: it is Hibernate's own table that fails. */
    @Test
    void hibernatesDialectRefusesItsOwnLongIdentitiesOnSqlite() {
        try (MappingRun run = MappingRun.withHibernatesDialect(MappingGroup.GENERATORS, Engine.SQLITE.fresh())) {
            run.create();

            assertThatThrownBy(run::validate)
                    .isInstanceOf(SchemaManagementException.class)
                    .hasMessageContaining("found [integer (Types#INTEGER)], but expecting [bigint (Types#BIGINT)]");
        }
    }

    /** What docs/databases/mysql.md says: it is Hibernate's own table that fails. */
    @Test
    void hibernatesDialectRefusesItsOwnNationalTextsOnMysql() {
        try (MappingRun run = MappingRun.withHibernatesDialect(MappingGroup.TEXTS, Engine.MYSQL.fresh())) {
            run.create();

            assertThatThrownBy(run::validate)
                    .isInstanceOf(SchemaManagementException.class)
                    .hasMessageContaining("found [longtext (Types#LONGVARCHAR)],"
                            + " but expecting [longtext character set utf8mb4 (Types#NCLOB)]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsNothingMoreOnceTheMigrationsAreMade(MappingGroup group) {
        assertThat(MappingRun.detect(MigrationGraph.of(group.migrations()), group.state()))
                .isEmpty();
    }
}

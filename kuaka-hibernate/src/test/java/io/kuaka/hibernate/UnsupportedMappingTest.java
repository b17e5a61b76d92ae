package io.kuaka.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.annotations.Unmanaged;
import io.kuaka.hibernate.boot.UnreadableModelException;
import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.hibernate.draft.UnsupportedMappingException;
import io.kuaka.state.ProjectState;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.DialectOverride;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.View;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** What a state can't hold ends the reading, with the place and the way out. */
class UnsupportedMappingTest {
    @Embeddable
    @Struct(name = "money")
    static class Money {
        int amount;
    }

    @Entity(name = "Types")
    static class Types {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.VECTOR)
        @Array(length = 3)
        float[] vector;

        @JdbcTypeCode(SqlTypes.STRUCT)
        Money price;
    }

    @Test
    void namesEachAttributeWithoutALogicalType() {
        assertThat(Reading.problems(Types.class, Money.class))
                .anyMatch(problem -> problem.startsWith("Entity \"Types\", attribute \"vector\": ")
                        && problem.contains("VECTOR")
                        && problem.contains("columnDefinition"))
                .anyMatch(problem ->
                        problem.startsWith("Entity \"Types\", attribute \"price\": ") && problem.contains("STRUCT"));
    }

    @Entity(name = "Tables")
    @Table(
            catalog = "main",
            options = "fillfactor 70",
            indexes = @Index(name = "tables_nulls", columnList = "name desc nulls last"))
    static class Tables {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cycling")
        @SequenceGenerator(name = "cycling", options = "cycle")
        long id;

        @Column(options = "storage external")
        String name;

        @ManyToOne
        @JoinColumn(
                foreignKey =
                        @ForeignKey(
                                foreignKeyDefinition =
                                        "foreign key (parent_id) references Tables (id) on update cascade"))
        Tables parent;
    }

    @Test
    void collectsAllProblems() {
        assertThat(Reading.problems(Tables.class))
                .anyMatch(problem -> problem.contains("catalog \"main\""))
                .anyMatch(problem -> problem.contains("options \"fillfactor 70\""))
                .anyMatch(problem -> problem.contains("attribute \"name\"") && problem.contains("storage external"))
                .anyMatch(problem -> problem.contains("\"tables_nulls\"") && problem.contains("nulls last"))
                .anyMatch(problem -> problem.contains("\"cycle\""))
                .anyMatch(problem -> problem.contains("attribute \"parent\"") && problem.contains("on update cascade"));
        assertThatThrownBy(() -> new HibernateModelReader(ReaderSettings.of(Tables.class)).read())
                .hasMessageStartingWith("6 mappings can't be read:\n- ");
    }

    @Entity(name = "Left")
    static class Left {
        @Id
        long id;

        @ManyToMany
        Set<Right> first;

        @ManyToMany
        List<Right> second;
    }

    @Entity(name = "Right")
    static class Right {
        @Id
        long id;
    }

    @Test
    void namesBothAttributesThatShareAJoinTable() {
        assertThat(Reading.problems(Left.class, Right.class))
                .singleElement()
                .asString()
                .contains("attribute \"first\"", "attribute \"second\"", "Left_Right", "@JoinTable(name = …)");
    }

    @Entity(name = "Seen")
    @View(query = "select id from Right")
    static class Seen {
        @Id
        long id;
    }

    @Entity(name = "MadeByHand")
    @View(query = "select id from Right")
    @Unmanaged
    static class MadeByHand {
        @Id
        @GeneratedValue
        long id;

        @ElementCollection
        Set<String> notes;
    }

    @Entity(name = "Looking")
    static class Looking {
        @Id
        long id;

        @ManyToOne
        MadeByHand at;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        MadeByHand loosely;
    }

    @Entity(name = "Chosen")
    @Subselect("select id from Right")
    static class Chosen {
        @Id
        long id;
    }

    @Test
    void leavesOutQueriesAndWhatIsMadeByHand() {
        ProjectState state = Reading.read(Right.class, MadeByHand.class, Chosen.class);

        assertThat(state.models().keySet()).containsExactly(Reading.key("Right"));
        assertThat(state.sequences()).isEmpty();
    }

    @Test
    void asksWhoMakesViews() {
        assertThat(Reading.problems(Seen.class))
                .singleElement()
                .asString()
                .startsWith("Entity \"Seen\": it is a view.")
                .contains("RunSql", "@Unmanaged", "@Subselect");
    }

    @Test
    void refusesForeignKeysToWhatIsMadeByHand() {
        assertThat(Reading.problems(MadeByHand.class, Looking.class))
                .singleElement()
                .asString()
                .startsWith("Entity \"Looking\", attribute \"at\"")
                .contains("@Unmanaged", "ConstraintMode.NO_CONSTRAINT");
    }

    @Embeddable
    static class Level {
        @ColumnDefault("1")
        @DialectOverride.ColumnDefault(dialect = H2Dialect.class, override = @ColumnDefault("2"))
        int level;
    }

    @Entity(name = "Overridden")
    @SuppressWarnings("deprecation")
    @DialectOverride.Check(dialect = H2Dialect.class, override = @Check(constraints = "id > 0"))
    static class Overridden {
        @Id
        long id;

        Level inside;

        @GeneratedColumn("id + 1")
        @DialectOverride.GeneratedColumn(dialect = H2Dialect.class, override = @GeneratedColumn("id + 2"))
        int next;

        @Formula("id + 1")
        @DialectOverride.Formula(dialect = H2Dialect.class, override = @Formula("id + 2"))
        int computed;
    }

    @Test
    void refusesWhatIsMeantForOneDatabase() {
        assertThat(Reading.problems(Overridden.class, Level.class))
                .hasSize(3)
                .allMatch(problem -> problem.contains("@DialectOverride"))
                .anyMatch(problem ->
                        problem.startsWith("Entity \"Overridden\": ") && problem.contains("overrides the check"))
                .anyMatch(problem -> problem.contains("attribute \"inside.level\"") && problem.contains("default"))
                .anyMatch(problem -> problem.contains("attribute \"next\"") && problem.contains("generated column"));
    }

    @Entity(name = "Priced")
    @org.hibernate.annotations.Temporal
    static class Priced {
        @Id
        long id;
    }

    @Entity(name = "Divided")
    @org.hibernate.annotations.Temporal
    @org.hibernate.annotations.Temporal.HistoryPartitioning
    static class Divided {
        @Id
        long id;
    }

    @Test
    void refusesPartitionsOfHistories() {
        assertThat(Reading.problems(ReaderSettings.of(Divided.class)
                        .withProperty("hibernate.temporal.table_strategy", "single_table")))
                .anyMatch(problem -> problem.startsWith("Entity \"Divided\": ") && problem.contains("partitions"));
    }

    @Test
    void asksHowHistoriesAreKept() {
        assertThat(Reading.problems(Priced.class))
                .singleElement()
                .asString()
                .startsWith("Entity \"Priced\": ")
                .contains("hibernate.temporal.table_strategy=history_table");
        assertThat(Reading.read(ReaderSettings.of(Priced.class)
                                .withProperty("hibernate.temporal.table_strategy", "history_table"))
                        .models()
                        .keySet())
                .hasSize(2);
    }

    @Test
    void refusesDatabaseObjectsOfMappingFiles() {
        HibernateModelReader reader = new HibernateModelReader(
                ReaderSettings.of(Right.class).withMappingFiles(List.of("database-object.xml")));

        assertThatThrownBy(reader::read)
                .isInstanceOf(UnsupportedMappingException.class)
                .hasMessageContaining("<database-object>")
                .hasMessageContaining("RunSql");
    }

    @Entity(name = "Broken")
    static class Broken {
        String withoutId;
    }

    @Test
    void passesOnWhatHibernateItselfCannotRead() {
        HibernateModelReader reader = new HibernateModelReader(ReaderSettings.of(Broken.class));

        assertThatThrownBy(reader::read)
                .isInstanceOf(UnreadableModelException.class)
                .hasMessageContaining("Broken");
    }
}

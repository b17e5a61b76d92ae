package io.kuaka.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.NativeGenerator;
import org.hibernate.annotations.Struct;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.View;
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

    @Entity(name = "Native")
    static class Native {
        @Id
        @NativeGenerator
        long id;
    }

    @Test
    void refusesIdsThatDependOnTheDatabase() {
        assertThat(Reading.problems(Native.class)).singleElement().asString().contains("GenerationType.IDENTITY");
    }

    @Entity(name = "Seen")
    @View(query = "select id from Right")
    static class Seen {
        @Id
        long id;
    }

    @Entity(name = "Chosen")
    @Subselect("select id from Right")
    static class Chosen {
        @Id
        long id;
    }

    @Test
    void leavesOutViewsAndQueries() {
        assertThat(Reading.read(Right.class, Seen.class, Chosen.class).models().keySet())
                .containsExactly(Reading.key("Right"));
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

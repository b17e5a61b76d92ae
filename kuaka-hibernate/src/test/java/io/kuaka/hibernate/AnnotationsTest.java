package io.kuaka.hibernate;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.state.Indexes.exclusion;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.part;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.annotations.ModelExclusion;
import io.kuaka.annotations.ModelIndex;
import io.kuaka.annotations.RenamedFrom;
import io.kuaka.expression.Expression;
import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.state.IndexPart;
import io.kuaka.state.ModelState;
import io.kuaka.state.Names;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Kuaka's own annotations say about entities. */
class AnnotationsTest {
    @MappedSuperclass
    @ModelIndex(fields = {"tenant", "-id"})
    abstract static class Owned {
        @Id
        long id;

        long tenant;
    }

    @Entity(name = "Page")
    @ModelIndex(
            name = "page_words",
            expressions = "to_tsvector('english', body)",
            method = "gin",
            condition = "body is not null")
    @ModelIndex(
            name = "page_slug",
            fields = {"tenant", "slug"},
            operatorClasses = {"", "text_pattern_ops"},
            include = "title",
            unique = true)
    @ModelIndex(name = "page_parent", fields = "parent", unique = true, nullsNotDistinct = true)
    static class Page extends Owned {
        String slug;
        String title;
        String body;

        @ManyToOne
        Page parent;
    }

    @Test
    void readsIndexesFromTheEntityAndItsMappedSuperclass() {
        ModelState page = Reading.model("Page", Page.class, Owned.class);

        Reading.assertIndexes(
                page,
                index("page_words")
                        .on(part(Expression.sql("to_tsvector('english', body)")))
                        .using("gin")
                        .where(Expression.sql("body is not null")),
                index("page_slug")
                        .on(IndexPart.parse("tenant"), IndexPart.parse("slug").operatorClass("text_pattern_ops"))
                        .unique()
                        .include("title"),
                index(Names.index("Page", List.of("tenant", "id desc"))).on("tenant", "-id"));
        Reading.assertConstraints(page, unique("page_parent").on("parent").nullsNotDistinct());
    }

    @MappedSuperclass
    @ModelExclusion(parts = @ModelExclusion.Part(field = "room", with = "="))
    abstract static class InRoom {
        @Id
        long id;

        @Column(name = "room_no")
        int room;
    }

    @Entity(name = "Booking")
    @ModelExclusion(
            name = "booking_overlap",
            parts = {
                @ModelExclusion.Part(field = "room", with = "="),
                @ModelExclusion.Part(expression = "int4range(begins, ends)", with = "&&")
            },
            condition = "not cancelled",
            deferred = true)
    @ModelIndex(name = "booking_first", fields = "-begins", unique = true, nullsNotDistinct = true)
    static class Booking extends InRoom {
        int begins;
        int ends;
        boolean cancelled;
    }

    @Test
    void readsExclusionConstraintsFromTheEntityAndItsMappedSuperclass() {
        ModelState booking = Reading.model("Booking", Booking.class, InRoom.class);

        Reading.assertConstraints(
                booking,
                exclusion("booking_overlap")
                        .with(field("room"), "=")
                        .with(Expression.sql("int4range(begins, ends)"), "&&")
                        .where(Expression.sql("not cancelled"))
                        .deferred(),
                exclusion("booking_room_no_excl").with(field("room"), "="));
        Reading.assertIndexes(booking, index("booking_first").on("-begins").nullsNotDistinct());
    }

    @Entity(name = "Wrong")
    @ModelIndex(fields = "missing")
    @ModelIndex(name = "wrong_empty")
    @ModelIndex(name = "wrong_nulls", fields = "number", nullsNotDistinct = true)
    @ModelExclusion(parts = @ModelExclusion.Part(field = "absent", with = "="))
    @ModelExclusion(name = "wrong_part", parts = @ModelExclusion.Part(with = "="))
    @ModelExclusion(
            name = "wrong_none",
            parts = {})
    static class Wrong {
        @Id
        long id;

        int number;
    }

    @Test
    void reportsAllIndexesThatMakeNoSense() {
        assertThat(Reading.problems(Wrong.class))
                .hasSize(6)
                .anyMatch(problem -> problem.contains("Entity \"Wrong\"") && problem.contains("\"missing\""))
                .anyMatch(problem -> problem.contains("has no fields or expressions"))
                .anyMatch(problem -> problem.contains("nullsNotDistinct"))
                .anyMatch(problem -> problem.contains("@ModelExclusion names \"absent\""))
                .anyMatch(problem -> problem.contains("either a field or an expression"))
                .anyMatch(problem -> problem.contains("has no parts"));
    }

    @Embeddable
    static class Place {
        @RenamedFrom("street")
        String road;

        String town;
    }

    @Entity(name = "Novel")
    @RenamedFrom("Book")
    static class Novel {
        @Id
        long id;

        @RenamedFrom("name")
        String title;

        @Embedded
        @RenamedFrom("location")
        Place place;

        @ElementCollection
        @RenamedFrom("labels")
        Set<String> tags;

        @ManyToMany
        @JoinTable(name = "related")
        Set<Novel> related;

        private int pages;

        @RenamedFrom("length")
        public int getPages() {
            return pages;
        }
    }

    @Test
    void findsTheOldNamesOfEntitiesAttributesAndCollections() {
        HibernateModelReader reader = new HibernateModelReader(ReaderSettings.of(Novel.class, Place.class));

        assertThat(reader.renameHints())
                .isEqualTo(Map.of(
                        "hibernate.Novel", "Book",
                        "hibernate.Novel.title", "name",
                        "hibernate.Novel.pages", "length",
                        "hibernate.Novel.place.road", "location.street",
                        "hibernate.Novel.place.town", "location.town",
                        "hibernate.Novel.tags", "Novel.labels"));
    }

    @Entity(name = "Vessel")
    @RenamedFrom("Ship")
    static class Vessel {
        @Id
        long id;
    }

    @Entity(name = "Liner")
    @RenamedFrom("fleet.Ferry")
    static class Liner extends Vessel {}

    @Entity(name = "Lighter")
    @DiscriminatorValue("B")
    @RenamedFrom("Barge")
    static class Lighter extends Vessel {}

    /** Where a class states its value, its name isn't in the rows. */
    @Test
    void findsTheOldNamesInRowsOfAHierarchy() {
        HibernateModelReader reader =
                new HibernateModelReader(ReaderSettings.of(Vessel.class, Liner.class, Lighter.class));

        assertThat(reader.renameHints())
                .containsEntry("hibernate.Vessel.DTYPE=Vessel", "Ship")
                .containsEntry("hibernate.Vessel.DTYPE=Liner", "Ferry")
                .doesNotContainKey("hibernate.Vessel.DTYPE=B")
                .doesNotContainKey("hibernate.Vessel.DTYPE=Lighter");
    }
}

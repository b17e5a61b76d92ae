package io.kuaka.it.mapping;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/** Tables that two mappings have: an entity and a collection, two collections, an entity and a secondary table. */
public final class SharedTables {
    private SharedTables() {}

    /** The collection says less of its columns than the entity of the same table. */
    @Entity(name = "SharedStation")
    public static class Station {
        @Id
        @Column(length = 36)
        String id;

        @ElementCollection
        @CollectionTable(name = "shared_station_line", joinColumns = @JoinColumn(name = "station_id"))
        @Column(name = "line_id")
        Set<String> lineIds;

        @ManyToMany
        @JoinTable(
                name = "shared_transfer",
                joinColumns = @JoinColumn(name = "origin_id"),
                inverseJoinColumns = @JoinColumn(name = "target_id"))
        Set<Platform> transfers;

        @ElementCollection
        @CollectionTable(name = "shared_notice", joinColumns = @JoinColumn(name = "station_id"))
        List<Notice> notices;
    }

    @Entity(name = "SharedStationLine")
    @Table(name = "shared_station_line")
    @IdClass(StationLine.Key.class)
    public static class StationLine {
        @Id
        @ManyToOne
        @JoinColumn(name = "station_id")
        Station station;

        @Id
        @Column(name = "line_id", length = 36)
        String lineId;

        public record Key(String station, String lineId) implements Serializable {}
    }

    /** Both sides own the association, and name the same table. */
    @Entity(name = "SharedPlatform")
    public static class Platform {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        long id;

        @ManyToMany
        @JoinTable(
                name = "shared_transfer",
                joinColumns = @JoinColumn(name = "target_id"),
                inverseJoinColumns = @JoinColumn(name = "origin_id"))
        Set<Station> origins;
    }

    /** The collection has a column that the entity of the same table doesn't have, and a foreign key. */
    @Embeddable
    public static class Notice {
        @Column(name = "text_of_notice")
        String text;

        @Column(length = 20)
        String tone;
    }

    @Entity(name = "SharedNotice")
    @Table(name = "shared_notice")
    public static class PostedNotice {
        @Id
        @Column(length = 36)
        String station_id;

        @Column(name = "text_of_notice", length = 900)
        String text;
    }

    /** Its secondary table is the table of another entity. */
    @Entity(name = "SharedTrain")
    @SecondaryTable(name = "shared_driver")
    public static class Train {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        long id;

        @Column(table = "shared_driver", name = "full_name")
        String driverName;
    }

    @Entity(name = "SharedDriver")
    @Table(name = "shared_driver")
    public static class Driver {
        @Id
        long id;

        @Column(name = "full_name", nullable = false)
        String name;
    }
}

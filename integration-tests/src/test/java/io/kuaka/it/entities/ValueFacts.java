package io.kuaka.it.entities;

import java.util.List;
import java.util.stream.Collectors;

/** Values of discriminators, which Hibernate 6.6 lists nowhere, and those of references to any entity, which no line lists. */
final class ValueFacts {
    private static final List<String> SHIPS = List.of(
            "insert into Ship (id, kind) values (1, 'Ship')",
            "insert into Ship (id, kind) values (2, 'Ferry')",
            "insert into Ship (id, kind) values (3, 'Barge')");
    private static final String KINDS = "select id, kind from Ship order by id";

    private static final String SHIP = """
            @Entity @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
            @DiscriminatorColumn(name = "kind") class Ship { @Id Long id; }
            """;
    private static final String FERRY =
            SHIP + "@Entity class Ferry extends Ship {} @Entity class Barge extends Ship {}";

    private static final String ANY = """
            @Entity class Pier { @Id Long id; }
            @Entity class Buoy { @Id Long id; }
            @Entity class Boat {
                @Id Long id;
                @org.hibernate.annotations.Any
                @org.hibernate.annotations.AnyDiscriminator(DiscriminatorType.STRING)
                @org.hibernate.annotations.AnyKeyJavaClass(Long.class)
                @org.hibernate.annotations.AnyDiscriminatorValue(discriminator = "P", entity = Pier.class)
                @org.hibernate.annotations.AnyDiscriminatorValue(discriminator = "Buoy", entity = Buoy.class)
                @Column(name = "at_kind") @JoinColumn(name = "at_id") Object at;
            }
            """;
    private static final String BESIDE = """
            @Entity class Pier { @Id Long id; }
            @Entity class Buoy { @Id Long id; }
            @Entity class Boat { @Id Long id; @ManyToOne Pier pier; @ManyToOne Buoy buoy; }
            """;
    private static final List<String> BOATS = List.of(
            "insert into Pier (id) values (7)",
            "insert into Buoy (id) values (7)",
            "insert into Boat (id, at_kind, at_id) values (1, 'P', 7)",
            "insert into Boat (id, at_kind, at_id) values (2, 'Buoy', 7)",
            "insert into Boat (id) values (3)");

    private ValueFacts() {}

    private static FactCase ships(String name, String before, String after, String answers, String values) {
        List<String> rows = SHIPS.stream()
                .map(row ->
                        before.contains("\"F\"") ? row.replace("'Ferry'", "'F'").replace("'Barge'", "'B'") : row)
                .toList();
        return new FactCase(name, before, after, rows, answers, KINDS, values);
    }

    private static FactCase boats(String name, String after, String answers, String values) {
        return new FactCase(
                name, ANY, after, BOATS, answers, "select id, at_kind, at_id from Boat order by id", values);
    }

    private static String values(String ferry, String barge) {
        return FERRY.replace("@Entity class Ferry", "@Entity @DiscriminatorValue(\"" + ferry + "\") class Ferry")
                .replace("@Entity class Barge", "@Entity @DiscriminatorValue(\"" + barge + "\") class Barge");
    }

    private static FactCase winds(String name, String stored, String constants, String rows, String values) {
        String pier = " @Entity class Pier { @Id Long id; @Enumerated(EnumType." + stored + ") Wind wind; }";
        return new FactCase(
                name,
                "enum Wind { WEST, NORTH }" + pier,
                "enum Wind { " + constants + " }" + pier,
                List.of(rows),
                "",
                "select id, wind from Pier order by id",
                values);
    }

    /** Without values of its own, such a reference has the full names of classes, each version in a package of its own here. */
    private static FactCase ofNamesOfClasses() {
        String implied = ANY.lines()
                .filter(line -> !line.contains("AnyDiscriminatorValue"))
                .collect(Collectors.joining("\n"));
        return new FactCase(
                "a renamed entity and names of classes",
                implied,
                implied.replace("@Entity class Buoy", "@Entity @RenamedFrom(\"Buoy\") class Mark"),
                BOATS.stream()
                        .map(row -> row.replace("'P'", "'shop.v0.Pier'").replace("'Buoy'", "'shop.v0.Buoy'"))
                        .toList(),
                "rename shop.Boat.at.type.shop.v0.Pier to shop.v1.Pier = yes\n"
                        + "rename shop.Boat.at.type.shop.v0.Boat to shop.v1.Boat = yes",
                "select id, at_kind, at_id from Boat order by id",
                "1 shop.v1.Pier 7, 2 shop.v1.Mark 7, 3 null null");
    }

    static List<FactCase> cases() {
        return List.of(
                winds(
                        "a constant with a former name",
                        "STRING",
                        "EAST, @RenamedFrom(\"NORTH\") POLE, WEST",
                        "insert into Pier (id, wind) values (1, 'WEST'), (2, 'NORTH')",
                        "1 WEST, 2 POLE"),
                winds(
                        "constants at other positions",
                        "ORDINAL",
                        "EAST, NORTH, WEST",
                        "insert into Pier (id, wind) values (1, 0), (2, 1)",
                        "1 2, 2 1"),
                winds(
                        "a constant at another position with a former name",
                        "ORDINAL",
                        "EAST, @RenamedFrom(\"NORTH\") POLE, WEST",
                        "insert into Pier (id, wind) values (1, 0), (2, 1)",
                        "1 2, 2 1"),
                ofNamesOfClasses(),
                new FactCase(
                        "a column becomes a reference to a new entity",
                        "@Entity class Boat { @Id Long id; @Column(length = 20) String port; }",
                        "@Entity class Port { @Id @Column(length = 20) String code; String remark; }"
                                + " @Entity class Boat { @Id Long id; @ManyToOne @JoinColumn(name = \"port\") Port port; }",
                        List.of("insert into Boat (id, port) values (1, 'HH'), (2, 'HH'), (3, 'NY'), (4, null)"),
                        "insert rows of shop.Port for shop.Boat.port = yes",
                        "select count(*), min(code), max(code) from Port",
                        "2 HH NY"),
                new FactCase(
                        "elements of a collection become new entities",
                        "@Entity class Boat { @Id Long id; @ElementCollection Set<Long> docks; }",
                        "@Entity class Dock { @Id Long id; } @Entity class Boat { @Id Long id; @ManyToMany"
                                + " @JoinTable(inverseJoinColumns = @JoinColumn(name = \"docks\")) Set<Dock> docks; }"
                                        .replace("@JoinTable(", "@JoinTable(name = \"Boat_docks\", "),
                        List.of(
                                "insert into Boat (id) values (1), (2)",
                                "insert into Boat_docks (Boat_id, docks) values (1, 5), (1, 6), (2, 6)"),
                        "insert rows of shop.Dock for shop.Boat.docks.element = yes\n"
                                + "default shop.Boat.docks.element = ignore",
                        "select id, (select count(*) from Boat_docks where docks = id) from Dock order by id",
                        "5 1, 6 2"),
                new FactCase(
                        "two references become one to a new superclass",
                        BESIDE,
                        BESIDE.replace("Pier {", "Pier extends Spot {")
                                        .replace("Buoy {", "Buoy extends Spot {")
                                        .replaceAll("(class \\w+ extends Spot) \\{ @Id Long id; }", "$1 {}")
                                        .replaceAll("@ManyToOne Pier.*", "@ManyToOne Spot spot; }")
                                + "@Entity @Inheritance(strategy = InheritanceType.JOINED) class Spot { @Id Long id; }",
                        List.of("insert into Pier (id) values (7)", "insert into Buoy (id) values (8)"),
                        "drop values of shop.Boat.buoy_id pier_id = yes\n"
                                + "insert rows of shop.Spot for shop.Pier.id = yes\n"
                                + "insert rows of shop.Spot for shop.Buoy.id = yes",
                        "select id from Spot order by id",
                        "7, 8"),
                new FactCase(
                        "marks of deleted rows become an attribute",
                        "@Entity @org.hibernate.annotations.SoftDelete class Pier { @Id Long id; }",
                        "@Entity class Pier { @Id Long id; @Column(name = \"deleted\", nullable = false) boolean isClosed; }",
                        List.of("insert into Pier (id, deleted) values (1, true), (2, false)"),
                        "keep values of shop.Pier.deleted = yes",
                        "select id from Pier where deleted = true",
                        "1"),
                ships(
                        "a class with a former name",
                        FERRY,
                        FERRY.replace("@Entity class Ferry", "@Entity @RenamedFrom(\"Ferry\") class Liner"),
                        "",
                        "1 Ship, 2 Liner, 3 Barge"),
                ships(
                        "a class that seems to have another name",
                        FERRY,
                        FERRY.replace("Ferry", "Liner"),
                        "rename shop.Ship.kind.Ferry to Liner = yes",
                        "1 Ship, 2 Liner, 3 Barge"),
                ships(
                        "a class gets a value of its own",
                        FERRY,
                        values("F", "Barge"),
                        "rename shop.Ship.kind.Ferry to F = yes",
                        "1 Ship, 2 F, 3 Barge"),
                ships(
                        "classes exchange their values",
                        values("F", "B"),
                        values("B", "F"),
                        "exchange shop.Ship.kind.B and F = yes",
                        "1 Ship, 2 B, 3 F"),
                ships(
                        "a value passes from class to class",
                        values("F", "B"),
                        values("B", "X"),
                        "exchange shop.Ship.kind.B and F = yes",
                        "1 Ship, 2 B, 3 X"),
                ships(
                        "a class with another name and value",
                        values("F", "B"),
                        values("X", "B").replace("class Ferry", "@RenamedFrom(\"Ferry\") class Liner"),
                        "",
                        "1 Ship, 2 X, 3 B"),
                ships(
                        "a class with another name only",
                        values("F", "B"),
                        values("F", "B").replace("Ferry", "Liner"),
                        "",
                        "1 Ship, 2 F, 3 B"),
                boats(
                        "an entity gets another value",
                        ANY.replace("\"P\"", "\"PIER\""),
                        "rename shop.Boat.at.type.P to PIER = yes",
                        "1 PIER 7, 2 Buoy 7, 3 null null"),
                boats(
                        "entities exchange values",
                        ANY.replace("\"P\"", "\"x\"")
                                .replace("\"Buoy\"", "\"P\"")
                                .replace("\"x\"", "\"Buoy\""),
                        "exchange shop.Boat.at.type.Buoy and P = yes",
                        "1 Buoy 7, 2 P 7, 3 null null"),
                boats(
                        "an entity is renamed",
                        ANY.replace("Buoy", "Mark")
                                .replace("@Entity class Mark", "@Entity @RenamedFrom(\"Buoy\") class Mark"),
                        "",
                        "1 P 7, 2 Mark 7, 3 null null"),
                boats(
                        "an entity is renamed and keeps its value",
                        ANY.replace("Buoy", "Mark").replace("\"Mark\"", "\"Buoy\""),
                        "rename shop.Buoy to Mark = yes",
                        "1 P 7, 2 Buoy 7, 3 null null"));
    }
}

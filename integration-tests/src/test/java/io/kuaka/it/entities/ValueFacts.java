package io.kuaka.it.entities;

import java.util.List;

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

package io.kuaka.it.entities;

import java.util.List;

/** Rows that get a place in a list; only Hibernate 7.3 and later make a check that tells the column of it. */
final class ListFacts {
    private static final List<String> ROWS = List.of(
            "insert into Pier (id) values (1)", "insert into Pier (id) values (2)", "insert into Dock (id) values (1)");
    private static final List<String> BOATS = List.of(
            "insert into Boat (id, pier_id, dock_id) values (14, 1, null)",
            "insert into Boat (id, pier_id, dock_id) values (11, 1, 1)",
            "insert into Boat (id, pier_id, dock_id) values (12, 2, 1)",
            "insert into Boat (id, pier_id, dock_id) values (13, 1, null)");

    private static final String ENTITIES = """
            @Entity class Boat { @Id Long id; %s }
            @Entity class Pier { @Id Long id; %s }
            @Entity class Dock { @Id Long id; %s }
            """;
    private static final String OF_PIER = "@OneToMany @JoinColumn(name = \"pier_id\") %s List<Boat> boats;";
    private static final String OF_DOCK = "@OneToMany @JoinColumn(name = \"dock_id\") %s List<Boat> boats;";
    private static final String BEFORE = entities("", "");

    private ListFacts() {}

    private static String entities(String ofPier, String ofDock) {
        return ENTITIES.formatted("", OF_PIER.formatted(ofPier), OF_DOCK.formatted(ofDock));
    }

    private static String order(String column, int base) {
        return "@OrderColumn(name = \"" + column + "\")"
                + (base == 0 ? "" : " @org.hibernate.annotations.ListIndexBase(" + base + ")");
    }

    private static FactCase boats(String name, String after, String answers, String columns, String values) {
        return new FactCase(
                name, BEFORE, after, rows(BOATS), answers, "select id, " + columns + " from Boat order by id", values);
    }

    private static List<String> rows(List<String> more) {
        return java.util.stream.Stream.concat(ROWS.stream(), more.stream()).toList();
    }

    static List<FactCase> cases() {
        String place = "default shop.Boat.place = numbered";
        return List.of(
                boats(
                        "a list by a reference",
                        entities(order("place", 0), ""),
                        place,
                        "place",
                        "11 0, 12 0, 13 1, 14 2"),
                boats(
                        "a list by a reference from 1",
                        entities("", order("place", 1)),
                        place,
                        "dock_id, place",
                        "11 1 1, 12 1 2, 13 null null, 14 null null"),
                boats(
                        "two lists by references",
                        entities(order("place", 3), order("spot", 0)),
                        place + "\ndefault shop.Boat.spot = numbered",
                        "place, spot",
                        "11 3 0, 12 3 1, 13 4 null, 14 5 null"),
                ofMappedReference(),
                inOneColumn(),
                ofCollection("an element collection", "@ElementCollection @Column(name = \"boat\", nullable = false)"),
                ofCollection(
                        "a join table", "@ManyToMany @JoinTable(inverseJoinColumns = @JoinColumn(name = \"boat\"))"),
                ofOtherBase("lists that begin later", 0, 2),
                ofOtherBase("lists that begin earlier", 2, 1),
                ofOtherBaseInOneColumn());
    }

    /** The position is part of the key, and no two elements may have the same one, not even for a moment. */
    private static FactCase ofOtherBase(String name, int before, int after) {
        String lists =
                "@ElementCollection %1$s Set<Long> none; @ElementCollection %2$s List<Long> marks; @ManyToMany %2$s List<Boat> boats;";
        List<String> elements = List.of(
                "insert into Boat (id) values (11)",
                "insert into Pier_marks (Pier_id, marks, place) values (1, 7, " + before + ")",
                "insert into Pier_marks (Pier_id, marks, place) values (1, 8, " + (before + 1) + ")",
                "insert into Pier_marks (Pier_id, marks, place) values (1, 9, " + (before + 2) + ")",
                "insert into Pier_Boat (Pier_id, boats_id, place) values (2, 11, " + before + ")");
        String change = " from " + before + " to " + after + " = yes\n";
        return new FactCase(
                name,
                ENTITIES.formatted("", lists.formatted("", order("place", before)), ""),
                ENTITIES.formatted("", lists.formatted("", order("place", after)), ""),
                rows(elements),
                "shift positions of shop.Pier.marks.index" + change + "shift positions of shop.Pier.boats.index"
                        + change,
                "select marks, place from Pier_marks union all select boats_id, place from Pier_Boat order by 1",
                "7 " + after + ", 8 " + (after + 1) + ", 9 " + (after + 2) + ", 11 " + after);
    }

    private static FactCase ofOtherBaseInOneColumn() {
        List<String> boats = List.of(
                "insert into Boat (id, pier_id, place) values (11, 1, 0)",
                "insert into Boat (id, pier_id, place) values (12, 1, 1)",
                "insert into Boat (id, dock_id, place) values (13, 1, 0)",
                "insert into Boat (id) values (14)");
        return new FactCase(
                "one of two lists in one column that begins later",
                entities(order("place", 0), order("place", 0)),
                entities(order("place", 0), order("place", 1)),
                rows(boats),
                "shift positions of shop.Boat.place of dock_id from 0 to 1 = yes",
                "select id, place from Boat order by id",
                "11 0, 12 1, 13 1, 14 null");
    }

    private static FactCase ofMappedReference() {
        String boat = "@ManyToOne Pier pier; @ManyToOne Dock dock;";
        String mapped = "@OneToMany(mappedBy = \"pier\") %s List<Boat> boats;";
        return new FactCase(
                "a list by a mapped reference",
                ENTITIES.formatted(boat, mapped.formatted(""), ""),
                ENTITIES.formatted(boat, mapped.formatted(order("place", 2)), ""),
                rows(BOATS),
                "default shop.Boat.place = numbered",
                "select id, place from Boat order by id",
                "11 2, 12 2, 13 3, 14 4");
    }

    private static FactCase inOneColumn() {
        List<String> boats = List.of(
                "insert into Boat (id, pier_id) values (11, 1)",
                "insert into Boat (id, pier_id) values (12, 1)",
                "insert into Boat (id, dock_id) values (13, 1)",
                "insert into Boat (id, dock_id) values (14, 1)",
                "insert into Boat (id) values (15)");
        return new FactCase(
                "two lists in one column",
                BEFORE,
                entities(order("place", 0), order("place", 0)),
                rows(boats),
                "default shop.Boat.place = numbered",
                "select id, place from Boat order by id",
                "11 0, 12 1, 13 0, 14 1, 15 null");
    }

    private static FactCase ofCollection(String name, String mapping) {
        String type = mapping.contains("Element") ? "Long" : "Boat";
        String before = ENTITIES.formatted("", mapping + " @Column(nullable = false) Set<" + type + "> boats;", "");
        String after = ENTITIES.formatted("", mapping + order("place", 1) + " List<" + type + "> boats;", "");
        List<String> links = List.of(
                "insert into Boat (id) values (11)",
                "insert into Boat (id) values (12)",
                "insert into Pier_boats (Pier_id, boat) values (1, 12)",
                "insert into Pier_boats (Pier_id, boat) values (1, 11)",
                "insert into Pier_boats (Pier_id, boat) values (2, 12)");
        String table = mapping.contains("Element") ? "Pier_boats" : "Pier_Boat";
        return new FactCase(
                name,
                before.replace("@Column(nullable = false) Set", "Set"),
                after,
                rows(links).stream()
                        .map(row -> row.replace("Pier_boats", table))
                        .toList(),
                "default shop.Pier.boats.index = numbered",
                "select Pier_id, boat, place from " + table + " order by 1, 2",
                "1 11 1, 1 12 2, 2 12 1");
    }
}

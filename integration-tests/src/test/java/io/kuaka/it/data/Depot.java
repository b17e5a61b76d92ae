package io.kuaka.it.data;

import io.kuaka.data.Model;
import io.kuaka.data.Models;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Rows of the models of {@link DeletionTest}, and in plain Java what their deletion should do. */
final class Depot {
    private enum Rule {
        GOES,
        CLEARS,
        REFUSES,
        IGNORES
    }

    /** A column that refers to another table; {@code neutral} is what remains of it. */
    private record Link(
            String from,
            String column,
            String to,
            Rule rule,
            @Nullable Long neutral) {}

    private static final List<Link> LINKS = List.of(
            new Link("Place", "parent", "Place", Rule.REFUSES, null),
            new Link("Part", "home", "Place", Rule.GOES, null),
            new Link("Part", "spare", "Place", Rule.CLEARS, null),
            new Link("Part", "within", "Part", Rule.GOES, null),
            new Link("Part.labels", "part", "Part", Rule.GOES, null),
            new Link("Part.places", "part", "Part", Rule.GOES, null),
            new Link("Part.places", "place", "Place", Rule.REFUSES, null),
            new Link("Part.twins", "part", "Part", Rule.GOES, null),
            new Link("Part.twins", "twin", "Part", Rule.REFUSES, null),
            new Link("Order", "part", "Part", Rule.REFUSES, null),
            new Link("Photo", "part", "Part", Rule.GOES, null),
            new Link("Photo", "place", "Place", Rule.CLEARS, 7L),
            new Link("Photo", "origin", "Place", Rule.REFUSES, null),
            new Link("Photo", "memory", "Place", Rule.IGNORES, null),
            new Link("Truck", "site", "Site", Rule.GOES, null),
            new Link("Truck", "base", "Site", Rule.REFUSES, null),
            new Link("Trip", "truck", "Truck", Rule.GOES, null),
            new Link("Trip", "start", "Site", Rule.REFUSES, null),
            new Link("Trip", "driver", "Driver", Rule.GOES, null),
            new Link("Fine", "driver", "Driver", Rule.REFUSES, null));
    private static final List<String> TABLES = List.of(
            "Place",
            "Part",
            "Part.labels",
            "Part.places",
            "Part.twins",
            "Order",
            "Photo",
            "Site",
            "Driver",
            "Truck",
            "Trip",
            "Fine");

    private final Map<String, List<Map<String, @Nullable Object>>> tables;

    private Depot(Map<String, List<Map<String, @Nullable Object>>> tables) {
        this.tables = tables;
    }

    static Depot random(Random random) {
        Map<String, List<Map<String, @Nullable Object>>> tables = new HashMap<>();
        // Few rows of what refuses, so that not all deletions are refused.
        int places = 1 + random.nextInt(5);
        int parts = random.nextInt(5);
        tables.put("Place", new ArrayList<>());
        for (long id = 1; id <= places; id++) {
            tables.get("Place").add(row("id", id, "parent", one(random, id - 1, 4)));
        }
        tables.put("Part", new ArrayList<>());
        for (long id = 1; id <= parts; id++) {
            tables.get("Part")
                    .add(row(
                            "id",
                            id,
                            "home",
                            one(random, places, 2),
                            "spare",
                            one(random, places, 2),
                            "within",
                            one(random, id - 1, 2)));
        }
        tables.put("Part.labels", list(parts, random.nextInt(4), i -> row("part", some(random, parts), "label", "l")));
        tables.put(
                "Part.places",
                list(parts, random.nextInt(2), i -> row("part", some(random, parts), "place", some(random, places))));
        tables.put(
                "Part.twins",
                list(parts, random.nextInt(3), i -> row("part", some(random, parts), "twin", some(random, parts))));
        tables.put("Order", list(parts, random.nextInt(2), i -> row("id", i, "part", one(random, parts, 2))));
        tables.put(
                "Photo",
                list(
                        1,
                        random.nextInt(4),
                        i -> row(
                                "id",
                                i,
                                "part",
                                one(random, parts, 2),
                                "place",
                                one(random, places, 2),
                                "origin",
                                one(random, places, 6),
                                "memory",
                                one(random, places, 2))));
        putTrips(tables, random);
        return new Depot(tables);
    }

    private static void putTrips(Map<String, List<Map<String, @Nullable Object>>> tables, Random random) {
        int sites = 1 + random.nextInt(3);
        int drivers = 1 + random.nextInt(3);
        int trucks = random.nextInt(4);
        tables.put("Site", list(1, sites, i -> row("id", i)));
        tables.put("Driver", list(1, drivers, i -> row("id", i)));
        tables.put(
                "Truck",
                list(1, trucks, i -> row("id", i, "site", one(random, sites, 2), "base", one(random, sites, 2))));
        tables.put(
                "Trip",
                list(
                        1,
                        random.nextInt(4),
                        i -> row(
                                "id",
                                i,
                                "truck",
                                one(random, trucks, 2),
                                "start",
                                one(random, sites, 2),
                                "driver",
                                one(random, drivers, 2))));
        tables.put("Fine", list(1, random.nextInt(2), i -> row("id", i, "driver", some(random, drivers))));
    }

    private interface RowOf {
        Map<String, @Nullable Object> at(long i);
    }

    private static List<Map<String, @Nullable Object>> list(long parts, int rows, RowOf row) {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (long i = 1; i <= rows && parts > 0; i++) {
            list.add(row.at(i));
        }
        return list;
    }

    private static @Nullable Long one(Random random, long most, int seldom) {
        return most == 0 || random.nextInt(seldom) > 0 ? null : some(random, most);
    }

    private static Long some(Random random, long most) {
        return 1L + random.nextInt((int) most);
    }

    private static Map<String, @Nullable Object> row(Object... pairs) {
        Map<String, @Nullable Object> row = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        return row;
    }

    void insert(Models models) {
        TABLES.forEach(table -> models.get(table).bulkCreate(tables.get(table)));
    }

    static Depot read(Models models) {
        Map<String, List<Map<String, @Nullable Object>>> tables = new HashMap<>();
        for (String table : TABLES) {
            Model model = models.get(table);
            String[] fields = model.state().fields().keySet().toArray(String[]::new);
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            model.select(fields).list().forEach(row -> rows.add(new TreeMap<>(row)));
            tables.put(table, rows);
        }
        return new Depot(tables);
    }

    /** The rows of all tables, as texts in an order of their own. */
    Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        tables.forEach((table, each) ->
                rows.put(table, each.stream().map(Map::toString).sorted().toList()));
        return rows;
    }

    List<Long> some(String table, Random random) {
        return tables.get(table).stream()
                .map(row -> (Long) row.get("id"))
                .filter(id -> random.nextInt(3) == 0)
                .toList();
    }

    List<Long> placesThatAreHomes() {
        return tables.get("Place").stream()
                .map(row -> (Long) row.get("id"))
                .filter(id -> tables.get("Part").stream().anyMatch(part -> id.equals(part.get("home"))))
                .toList();
    }

    /** Deletes rows, and returns nothing; or returns the references that are against it. */
    List<String> delete(String table, List<Long> ids) {
        Map<String, List<Map<String, @Nullable Object>>> going = new HashMap<>();
        tables.get(table).stream().filter(row -> ids.contains(row.get("id"))).forEach(row -> going.computeIfAbsent(
                        table, each -> new ArrayList<>())
                .add(row));
        boolean isMore = true;
        while (isMore) {
            isMore = false;
            for (Link link : LINKS) {
                for (Map<String, @Nullable Object> row : tables.get(link.from())) {
                    if (link.rule() == Rule.GOES && refers(row, link, going) && !isGoing(link.from(), row, going)) {
                        going.computeIfAbsent(link.from(), each -> new ArrayList<>())
                                .add(row);
                        isMore = true;
                    }
                }
            }
        }
        TreeSet<String> refused = new TreeSet<>();
        for (Link link : LINKS) {
            if (link.rule() == Rule.REFUSES
                    && tables.get(link.from()).stream()
                            .anyMatch(row -> refers(row, link, going) && !isGoing(link.from(), row, going))) {
                refused.add("depot." + link.from() + "." + link.column());
            }
        }
        if (refused.isEmpty()) {
            remove(going);
        }
        return List.copyOf(refused);
    }

    private void remove(Map<String, List<Map<String, @Nullable Object>>> going) {
        for (Link link : LINKS) {
            if (link.rule() == Rule.CLEARS) {
                tables.get(link.from()).stream()
                        .filter(row -> refers(row, link, going))
                        .forEach(row -> row.put(link.column(), link.neutral()));
            }
        }
        tables.forEach((table, rows) -> rows.removeIf(row -> isGoing(table, row, going)));
    }

    private static boolean refers(
            Map<String, @Nullable Object> row, Link link, Map<String, List<Map<String, @Nullable Object>>> going) {
        Object value = row.get(link.column());
        return value != null
                && going.getOrDefault(link.to(), List.of()).stream().anyMatch(each -> value.equals(each.get("id")));
    }

    /** By identity: rows without a key may be equal. */
    private static boolean isGoing(
            String table, Map<String, @Nullable Object> row, Map<String, List<Map<String, @Nullable Object>>> going) {
        return going.getOrDefault(table, List.of()).stream().anyMatch(each -> each == row);
    }
}

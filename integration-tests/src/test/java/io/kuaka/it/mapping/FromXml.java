package io.kuaka.it.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Classes without annotations: their mapping is in {@code mapping/orm.xml} and {@code mapping/mapping.xml}. */
public final class FromXml {
    private FromXml() {}

    static class Museum {
        long id;
        String name;
        LocalDate opened;
        Location location;
        List<Exhibit> exhibits;
        Set<String> languages;
    }

    static class Location {
        String street;
        String town;
    }

    static class Exhibit {
        Long id;
        String title;
        BigDecimal value;
        Museum museum;
    }

    static class Painting extends Exhibit {
        String painter;
    }

    static class Visitor {
        Long id;
        String name;
        String tenant;
        long visits;
    }
}

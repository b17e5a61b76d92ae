package io.kuaka.it.entities;

import io.kuaka.it.support.Engine;
import java.sql.Driver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Goes through all changes with the Hibernate of its own JVM, on H2, whose dialect is part of it. */
public final class FactsOnLine implements Supplier<Map<String, List<String>>> {
    static Stream<FactCase> cases() {
        return Stream.of(ListFacts.cases(), ValueFacts.cases(), StorageFacts.cases())
                .flatMap(List::stream);
    }

    @Override
    public Map<String, List<String>> get() {
        ServiceLoader.load(Driver.class).forEach(Driver::getMajorVersion); // registers the drivers
        Map<String, List<String>> seen = new LinkedHashMap<>();
        cases().forEach(each -> seen.put(each.name(), seen(each)));
        return seen;
    }

    /** Another process gets texts, because exceptions may be of classes that it doesn't have. */
    private static List<String> seen(FactCase each) {
        try {
            return each.seen(Engine.H2);
        } catch (RuntimeException | Error e) {
            return List.of("failed: " + e);
        }
    }
}

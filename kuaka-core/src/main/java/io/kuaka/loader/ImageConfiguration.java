package io.kuaka.loader;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the builder of a native image has to be told about listed migrations: that their classes are made by reflection,
 * and that the list is a resource. Spring tells it itself.
 *
 * <p>The files have the form that all releases of GraalVM read.
 */
public record ImageConfiguration(MigrationList list) {
    private static final String FOLDER = "META-INF/native-image/io.kuaka/migrations/";

    private static final String CLASS = "  {\"name\": \"%s\", \"allPublicConstructors\": true}";

    private static final String RESOURCES = """
            {"resources": {"includes": [{"pattern": "\\\\Q%s\\\\E"}]}}
            """;

    /** Returns the texts of the files, by where they are among the resources of an application. */
    public Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        files.put(FOLDER + "reflect-config.json", reflection());
        files.put(FOLDER + "resource-config.json", RESOURCES.formatted(MigrationList.RESOURCE));
        return files;
    }

    private String reflection() {
        return list.classNames().stream().map(CLASS::formatted).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }
}

package io.kuaka.spring.database;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when several data sources could be meant. */
public final class UnclearDataSourceException extends StartException {
    @Serial
    private static final long serialVersionUID = 1L;

    private UnclearDataSourceException(String problem, String wayOut) {
        super(problem, wayOut);
    }

    static UnclearDataSourceException among(List<String> names) {
        return new UnclearDataSourceException(
                "The application has the data sources " + quoted(names) + ", and none of them is primary.",
                "Put @KuakaDataSource on those that Kuaka is to migrate.");
    }

    static UnclearDataSourceException ofConnection(List<String> names) {
        return new UnclearDataSourceException(
                "A connection of Kuaka's own is configured, but several data sources have @KuakaDataSource: "
                        + quoted(names) + ".",
                "Remove kuaka.url and kuaka.user, and let each data source have the user that migrates.");
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }
}

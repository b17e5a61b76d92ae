package io.kuaka.it.schema;

import io.kuaka.schema.table.Table;
import io.kuaka.state.Sequence;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an introspector says of a database. */
record Picture(List<Table> tables, List<Sequence> sequences) {
    /** Returns the picture one part per line. */
    String text() {
        return Stream.concat(
                        tables.stream().flatMap(Picture::lines),
                        sequences.stream().map(Sequence::toString))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(Table table) {
        String name = table.name() + ": ";
        return Stream.of(
                        Stream.of("comment " + table.comment()),
                        table.columns().stream(),
                        Stream.of("primary key " + table.primaryKey()),
                        table.uniques().stream(),
                        table.checks().stream(),
                        table.exclusions().stream(),
                        table.foreignKeys().stream(),
                        table.indexes().stream())
                .flatMap(parts -> parts.map(part -> name + part));
    }
}

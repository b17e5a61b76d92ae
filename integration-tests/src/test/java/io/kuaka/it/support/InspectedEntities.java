package io.kuaka.it.support;

import io.kuaka.command.inspect.InspectDatabase;
import io.kuaka.compare.Comparison;
import io.kuaka.compare.Part;
import io.kuaka.compare.SchemaDiff;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.entity.EntityOptions;
import io.kuaka.hibernate.HibernateModelReader;
import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.hibernate.discovery.TableOwnership;
import io.kuaka.recorder.OwnNames;
import io.kuaka.schema.Dialects;
import io.kuaka.state.ProjectState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The entities that were written for a database, compiled, and read as those of an application are. */
public record InspectedEntities(TestDatabase database, InspectDatabase.Result result, ProjectState state) {
    private static final String PACKAGE = "com.example.found";

    /** Writes and reads the entities for all tables of a database, and of some further schemas. */
    public static InspectedEntities of(TestDatabase database, EntityOptions.Keys keys, Path folder, String... schemas) {
        InspectDatabase.Options options = new InspectDatabase.Options(
                new TreeSet<>(), new TreeSet<>(List.of(schemas)), new EntityOptions(PACKAGE, "t_", keys, true));
        InspectDatabase.Result result = new InspectDatabase(database::connect).run(options);
        Path sources = folder.resolve("sources");
        result.writeTo(sources);
        Path classes = folder.resolve("classes");
        Sources.compile(sources, classes, List.of(), "-Xlint:all,-processing,-serial,-classfile", "-Werror");
        ProjectState state = new HibernateModelReader(ReaderSettings.of(Sources.loader(classes))
                        .withClassNames(Sources.classNames(classes))
                        .withOwnership(new TableOwnership("found", List.of())))
                .read();
        return new InspectedEntities(database, result, state);
    }

    /** Returns all that was said not to be expressed. */
    public List<String> notes() {
        return Stream.concat(result.notes().stream(), result.entities().stream().flatMap(each -> each.notes().stream()))
                .toList();
    }

    /**
     * Returns in what the database differs from the entities, but for what docs/inspectdb.md lists: the names of primary
     * keys, the order of columns in keys and in references to them, and what a note names, such as a table without a key.
     */
    public List<String> differences() throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaDiff diff = Comparison.of(Dialects.of(connection), connection, state, OwnNames.standard()::has)
                    .all();
            List<SchemaDifference> all = new ArrayList<>(diff.differences());
            all.removeIf(
                    each -> each.part() == Part.PRIMARY_KEY && each.aspect().equals("name"));
            all.removeIf(each ->
                    each.part() == Part.PRIMARY_KEY && sorted(each.expected()).equals(sorted(each.found())));
            all.removeIf(each -> each.part() == Part.FOREIGN_KEY
                    && diff.differences().stream().anyMatch(other -> isReordered(each, other)));
            all.addAll(diff.unknown());
            return all.stream()
                    .filter(each -> !isNoted(each))
                    .map(SchemaDifference::describe)
                    .toList();
        }
    }

    private static boolean isReordered(SchemaDifference one, SchemaDifference other) {
        boolean isRedefined = one.expected() != null && one.found() != null;
        return one.equals(other)
                ? isRedefined && sorted(one.expected()).equals(sorted(one.found()))
                : one.owner().equals(other.owner())
                        && sorted(one.expected() == null ? one.found() : one.expected())
                                .equals(sorted(other.expected() == null ? other.found() : other.expected()));
    }

    private static List<String> sorted(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[^\\w]+")).sorted().toList();
    }

    private boolean isNoted(SchemaDifference difference) {
        String name = (difference.name().isEmpty() ? difference.owner().name() : difference.name());
        String quoted = "\"" + name.toLowerCase(Locale.ROOT) + "\"";
        boolean isWithoutKey = result.entities().stream()
                .anyMatch(each -> each.table().replace("`", "").equalsIgnoreCase(name)
                        && each.notes().toString().contains("no primary key"));
        String path = "\"" + difference.path().toLowerCase(Locale.ROOT) + "\"";
        return isWithoutKey
                || notes().stream()
                        .map(note -> note.toLowerCase(Locale.ROOT))
                        .anyMatch(note -> note.contains(quoted) || note.contains(path));
    }
}

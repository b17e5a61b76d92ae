package io.kuaka.command.inspect;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.History;
import io.kuaka.command.project.OtherTools;
import io.kuaka.compare.FoundModels;
import io.kuaka.compare.Part;
import io.kuaka.compare.Schema;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.entity.EntityOptions;
import io.kuaka.entity.EntitySource;
import io.kuaka.entity.EntityWriter;
import io.kuaka.recorder.OwnNames;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.source.JavaWords;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.Sequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes JPA entities for the tables of a database. Changes nothing there, but for tables that are made to look at them,
 * as every comparison does.
 *
 * <p>Law: entities that are compiled as they are lead, by Kuaka's migrations, to the tables that they came from, but for
 * what their notes and the documentation of the command list.
 */
public final class InspectDatabase {
    /**
     * What is wanted.
     *
     * @param tables the tables, with their schema where it isn't the connection's own; none for all
     * @param schemas the schemas to look at besides the connection's own
     * @param entities how the entities are written
     */
    public record Options(SortedSet<String> tables, SortedSet<String> schemas, EntityOptions entities) {
        /** Returns options for all tables of the connection's own schema. */
        public static Options all(String packageName) {
            return new Options(
                    new TreeSet<>(),
                    new TreeSet<>(),
                    new EntityOptions(packageName, "", EntityOptions.Keys.CLASS, true));
        }
    }

    /**
     * What was written.
     *
     * @param entities the sources
     * @param notes what no entity has, such as a sequence that nobody uses; what an entity can't express is in its own notes
     */
    public record Result(List<EntitySource> entities, List<String> notes) {
        public Result {
            entities = List.copyOf(entities);
            notes = List.copyOf(notes);
        }

        /** Returns the texts of the files, by their paths below the folder of sources. */
        public SortedMap<String, String> texts() {
            SortedMap<String, String> texts = new TreeMap<>();
            entities.forEach(entity -> texts.put(entity.path(), entity.text()));
            return texts;
        }

        /**
         * Writes the files below a folder of sources.
         *
         * @return the files
         * @throws EntityExistsException if there is such a file already; nothing is written then
         */
        public List<Path> writeTo(Path folder) {
            Map<Path, String> files = new LinkedHashMap<>();
            entities.forEach(entity -> files.put(folder.resolve(entity.path()), entity.text()));
            files.keySet().stream().filter(Files::exists).findFirst().ifPresent(file -> {
                throw new EntityExistsException(file);
            });
            files.forEach(Result::create);
            return List.copyOf(files.keySet());
        }

        private static void create(Path file, String text) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            } catch (IOException e) {
                throw new UncheckedIOException("Can't write " + file + ": " + e.getMessage(), e);
            }
        }
    }

    private final ConnectionSource source;

    /** Makes the command for a database. */
    public InspectDatabase(ConnectionSource source) {
        this.source = source;
    }

    /**
     * Reads the database and writes the entities.
     *
     * @throws UnknownTableException if the database has no table of a wanted name
     * @throws UnknownSchemaException if one of the further schemas has neither tables nor sequences
     * @throws InvalidPackageException if the package can't be one
     */
    public Result run(Options options) {
        requirePackage(options.entities().packageName());
        return History.with(source, connection -> run(options, connection));
    }

    private Result run(Options options, Connection connection) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        List<String> searched = dialect.searchedSchemas(connection);
        String own = searched.isEmpty() ? connection.getCatalog() : searched.get(0);
        Schema schema = Schema.read(dialect, connection, options.schemas());
        requireSchemas(options, schema, own);
        requireTables(options, schema, own);
        FoundModels found =
                FoundModels.read(dialect, connection, options.schemas(), table -> isWanted(table, options, own));
        Map<ModelKey, List<String>> notes = new LinkedHashMap<>();
        List<String> others = new ArrayList<>(found.strangers());
        for (SchemaDifference difference : found.untold()) {
            ModelKey owner = owner(found, difference.owner());
            if (owner == null) {
                others.add(describe(difference));
            } else {
                notes.computeIfAbsent(owner, any -> new ArrayList<>()).add(describe(difference));
            }
        }
        if (options.tables().isEmpty()) {
            found.unusedSequences()
                    .forEach(name -> others.add("No id takes its numbers from sequence \"" + name
                            + "\", as far as the database tells, so no entity declares it."));
        }
        return new Result(
                EntityWriter.write(found.state(), notes, options.entities(), dialect.grammar()::type), others);
    }

    /** Tables of Kuaka and of other tools for migrations are no concern of entities. */
    private boolean isOfApplication(TableName table) {
        OwnNames own = source.ownNames();
        return !own.has(table) && !OtherTools.has(table);
    }

    private boolean isWanted(TableName table, Options options, @Nullable String ownSchema) {
        return isOfApplication(table)
                && (options.tables().isEmpty()
                        || options.tables().stream().anyMatch(name -> isCalled(table, name, ownSchema)));
    }

    private static boolean isCalled(TableName table, String name, @Nullable String ownSchema) {
        String wanted = name.toLowerCase(Locale.ROOT);
        String plain = OtherTools.plain(table);
        String schema = table.schema() == null ? ownSchema : table.schema();
        boolean isWithSchema = schema != null && wanted.equals(schema.toLowerCase(Locale.ROOT) + "." + plain);
        return isWithSchema || wanted.equals(plain);
    }

    private static void requirePackage(String name) {
        boolean isPackage = name.isEmpty() || Stream.of(name.split("\\.", -1)).allMatch(JavaWords::isName);
        if (!isPackage) {
            throw new InvalidPackageException(name);
        }
    }

    private static void requireSchemas(Options options, Schema schema, @Nullable String ownSchema) {
        for (String name : options.schemas()) {
            boolean hasAny = Stream.concat(
                            schema.tables().stream().map(table -> table.name().schema()),
                            schema.sequences().stream().map(Sequence::schema))
                    .anyMatch(name::equalsIgnoreCase);
            if (!hasAny && !name.equalsIgnoreCase(ownSchema)) {
                throw new UnknownSchemaException(name, ownSchema);
            }
        }
    }

    private void requireTables(Options options, Schema schema, @Nullable String ownSchema) {
        List<TableName> known = schema.tables().stream()
                .map(Table::name)
                .filter(this::isOfApplication)
                .toList();
        for (String name : options.tables()) {
            if (known.stream().noneMatch(table -> isCalled(table, name, ownSchema))) {
                throw new UnknownTableException(
                        name, known.stream().map(TableName::toString).toList());
            }
        }
    }

    private static @Nullable ModelKey owner(FoundModels found, TableName table) {
        for (Map.Entry<ModelKey, ModelState> entry : found.state().models().entrySet()) {
            ModelState model = entry.getValue();
            String name = OtherTools.plain(new TableName(model.schema(), model.table()));
            if (name.equals(OtherTools.plain(table))
                    && String.valueOf(model.schema()).equals(String.valueOf(table.schema()))) {
                return entry.getKey();
            }
        }
        return null;
    }

    private static String describe(SchemaDifference difference) {
        String words = difference.part().words();
        String what = Character.toUpperCase(words.charAt(0)) + words.substring(1) + " \""
                + (difference.name().isEmpty() || difference.part() != Part.COLUMN
                        ? difference.path()
                        : difference.name())
                + "\"";
        String aspect = difference.aspect().isEmpty() ? "" : ": " + difference.aspect();
        if (difference.expected() == null) {
            return what + aspect + " is only in the database: " + difference.found() + ".";
        }
        if (difference.found() == null) {
            return what + aspect + " isn't in the database: " + difference.expected() + ".";
        }
        return what + aspect + " is " + difference.found() + ", and would be " + difference.expected() + ".";
    }
}

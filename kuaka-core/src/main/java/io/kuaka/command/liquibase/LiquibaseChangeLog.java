package io.kuaka.command.liquibase;

import io.kuaka.command.adopt.ChangeLog;
import io.kuaka.command.adopt.Pending;
import io.kuaka.command.project.ConnectionSource;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The change log that the Liquibase on the project's class path reads.
 *
 * <p>Of several files that may be its root, it is the one whose change sets are in the history of the database, and
 * otherwise the first one.
 *
 * @param classLoader loads the project's classes, and finds the change log
 * @param files what may be the root, the likeliest first
 */
public record LiquibaseChangeLog(ClassLoader classLoader, Tables tables, List<ChangeLogFile> files)
        implements ChangeLog {
    private static final int LISTED = 10;

    public LiquibaseChangeLog {
        files = List.copyOf(files);
    }

    private record Answer(int ran, Pending pending) {
        static Answer unknown(String why) {
            return new Answer(0, ChangeLog.unknown(why));
        }
    }

    @Override
    public Pending pending(ConnectionSource source) {
        Library library = new Library(classLoader);
        if (!library.has("liquibase.Liquibase")) {
            return ChangeLog.unknown("liquibase-core isn't among the project's classes");
        }
        if (files.isEmpty()) {
            return ChangeLog.unknown("no change log is named by spring.liquibase.change-log,"
                    + " quarkus.liquibase.change-log or changeLogFile in liquibase.properties, and the usual ones aren't on"
                    + " the class path");
        }
        List<Answer> answers = new ArrayList<>();
        for (ChangeLogFile file : files) {
            Answer answer = answer(library, file, source);
            if (answer.ran() > 0) {
                return answer.pending();
            }
            answers.add(answer);
        }
        return answers.get(0).pending();
    }

    private Answer answer(Library library, ChangeLogFile file, ConnectionSource source) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader resources = new URLClassLoader(urls(file.folders()), classLoader)) {
            if (resources.getResource(file.path()) == null) {
                return Answer.unknown(
                        "the change log " + file.path() + ", named by " + file.named() + ", isn't on the class path"
                                + (file.folders().isEmpty() ? "" : " or in the project's folder"));
            }
            // Liquibase looks there for its own parts.
            thread.setContextClassLoader(classLoader);
            ChangeSets sets = read(library, file, resources, source);
            return new Answer(sets.ran(), pending(file, sets));
        } catch (LibraryFailedException e) {
            return failed(file, e);
        } catch (SQLException | IOException e) {
            return failed(file, LibraryFailedException.of(e));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** A change log that is there and invalid is one that Liquibase refuses to run. */
    private static Answer failed(ChangeLogFile file, LibraryFailedException failure) {
        Optional<Throwable> invalid = failure.caused("ValidationFailedException");
        return invalid.map(cause -> new Answer(
                        1,
                        Pending.refused("Liquibase refuses its change log " + file.describe() + ": "
                                + LibraryFailedException.of(cause).getMessage()
                                + " Restore what has changed until 'liquibase validate' finds nothing, or accept a change that"
                                + " is meant by a validCheckSum in its change set.")))
                .orElseGet(() -> Answer.unknown(
                        "Liquibase failed with the change log " + file.path() + ": " + failure.getMessage()));
    }

    private ChangeSets read(Library library, ChangeLogFile file, ClassLoader resources, ConnectionSource source)
            throws LibraryFailedException, SQLException {
        // A connection of its own: Liquibase changes settings of the session.
        try (Connection connection = source.open()) {
            makeReadOnly(connection);
            connection.setAutoCommit(false);
            try {
                Object database = database(library, file, connection);
                Object accessor = library.make("liquibase.resource.ClassLoaderResourceAccessor", resources);
                Object liquibase = library.make("liquibase.Liquibase", file.path(), accessor, database);
                for (var parameter : file.parameters().entrySet()) {
                    library.callForAny(liquibase, "setChangeLogParameter", parameter.getKey(), parameter.getValue());
                }
                return ChangeSets.of(library, liquibase, file, connection);
            } finally {
                connection.rollback();
            }
        }
    }

    /** A safeguard where the database has it: what is called here only reads. */
    private static void makeReadOnly(Connection connection) {
        try {
            connection.setReadOnly(true);
        } catch (SQLException e) {
            // SQLite decides about it when it connects.
        }
    }

    private Object database(Library library, ChangeLogFile file, Connection connection) throws LibraryFailedException {
        Object jdbc = library.make("liquibase.database.jvm.JdbcConnection", connection);
        Object factory = library.callStatic("liquibase.database.DatabaseFactory", "getInstance");
        Object database = library.call(factory, "findCorrectDatabaseImplementation", jdbc);
        String place = (boolean) library.call(database, "supportsSchemas") ? "SchemaName" : "CatalogName";
        set(library, database, "setDefault" + place, file.defaultSchema());
        set(library, database, "setLiquibase" + place, tables.schema());
        if (!tables.table().equals(Tables.STANDARD.table())) {
            set(library, database, "setDatabaseChangeLogTableName", tables.table());
        }
        return database;
    }

    private static void set(Library library, Object database, String setter, @Nullable String value)
            throws LibraryFailedException {
        if (value != null) {
            library.callForAny(database, setter, value);
        }
    }

    private static URL[] urls(List<Path> folders) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (Path folder : folders) {
            urls.add(folder.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    private static Pending pending(ChangeLogFile file, ChangeSets sets) {
        List<String> warnings = new ArrayList<>();
        if (!sets.repeated().isEmpty()) {
            warnings.add("Liquibase runs change sets each time (runAlways), and Kuaka won't: " + list(sets.repeated())
                    + ". Keep Liquibase for them, or do without.");
        }
        if (!sets.waiting().isEmpty()) {
            warnings.add("Liquibase passes over change sets until their preconditions hold, and Kuaka won't run them: "
                    + list(sets.waiting()) + ".");
        }
        List<String> open = Stream.concat(
                        sets.pending().stream(), sets.changed().stream().map(each -> each + " (changed since it ran)"))
                .toList();
        if (open.isEmpty()) {
            return new Pending("no change set of " + file.describe() + " is pending", List.of(), warnings);
        }
        String elsewhere =
                sets.ran() == 0 ? " None of its change sets is in the history, so it may be the wrong file." : "";
        return new Pending(
                null,
                List.of("Liquibase has pending change sets in " + file.describe() + ": " + list(open) + "." + elsewhere
                        + " Run 'liquibase update' first. If they aren't meant for this database, correct "
                        + file.filters() + "."),
                warnings);
    }

    private static String list(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(names.size(), LISTED)));
        return names.size() > LISTED ? first + " and " + (names.size() - LISTED) + " more" : first;
    }
}

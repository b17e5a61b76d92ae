package io.kuaka.benchmarks;

import io.kuaka.command.Migrate;
import io.kuaka.command.project.ClassPath;
import io.kuaka.command.project.Database;
import io.kuaka.command.project.MigrationCache;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceLayout;
import io.kuaka.executor.listener.MigrationListener;
import java.nio.file.Path;

/**
 * What {@code migrate} does without a command line: a process that migrates a database.
 *
 * <p>Arguments: the database's URL, its user, and the folder of the cache, without which there is none.
 */
public final class Launch {
    private Launch() {}

    public static void main(String[] arguments) {
        ClassLoader loader = Launch.class.getClassLoader();
        MigrationCache cache = arguments.length > 2 ? MigrationCache.in(Path.of(arguments[2])) : MigrationCache.none();
        Project project = cache.load(loader, ClassPath.roots(loader), SourceLayout.none());
        Migrate migrate = new Migrate(project, new Database(arguments[0], arguments[1], ""));
        migrate.run(migrate.prepare(Migrate.Options.all()), MigrationListener.silent());
        cache.save();
        Measured.printPeak();
    }
}

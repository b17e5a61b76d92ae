package io.kuaka.benchmarks;

import io.kuaka.command.Migrate;
import io.kuaka.command.project.ClassPath;
import io.kuaka.command.project.Database;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceLayout;
import io.kuaka.executor.listener.MigrationListener;

/** What {@code migrate} does without a command line: a process that migrates the database of its argument. */
public final class Launch {
    private Launch() {}

    public static void main(String[] arguments) {
        ClassLoader loader = Launch.class.getClassLoader();
        Project project = Project.load(loader, ClassPath.roots(loader), SourceLayout.none());
        Migrate migrate = new Migrate(project, new Database(arguments[0], arguments[1], ""));
        migrate.run(migrate.prepare(Migrate.Options.all()), MigrationListener.silent());
    }
}

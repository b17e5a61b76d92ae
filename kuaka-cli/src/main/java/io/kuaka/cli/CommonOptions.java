package io.kuaka.cli;

import io.kuaka.cli.report.Verbosity;
import io.kuaka.cli.terminal.Terminal;
import io.kuaka.tooling.Application;
import io.kuaka.tooling.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that all commands share. */
final class CommonOptions {
    @Option(
            names = {"-v", "--verbosity"},
            paramLabel = "0..3",
            defaultValue = "1",
            converter = Verbosity.Converter.class,
            description = "0 = errors and results only, 1 = normal, 2 = more, 3 = everything.")
    private Verbosity verbosity = Verbosity.NORMAL;

    @Option(
            names = "--database",
            paramLabel = "ALIAS",
            description = "One of the databases in the settings, by databases.ALIAS.url. Default: the usual one.")
    private @Nullable String database;

    @Option(names = "--url", paramLabel = "URL", description = "The JDBC URL of the database.")
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "USER", description = "The user of the database.")
    private @Nullable String user;

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            arity = "0..1",
            fallbackValue = "",
            description = "The password; prompts for it if the value is missing. Better: KUAKA_PASSWORD.")
    private @Nullable String password;

    @Option(
            names = "--profile",
            paramLabel = "NAMES",
            description =
                    "The active profiles of Spring's configuration, e.g. prod. Default: those that Spring would use.")
    private @Nullable String profile;

    @Option(
            names = "--sources",
            paramLabel = "[CLASSES=]FOLDER",
            description =
                    "Where sources are, if not where Maven and Gradle have them. CLASSES is one folder of the class"
                            + " path; without it, the folder is that of all others.")
    private List<String> sources = List.of();

    @Option(
            names = "--no-cache",
            description = "Finds everything out anew, instead of trusting what earlier runs found in files that are"
                    + " still the same.")
    private boolean noCache;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    Verbosity verbosity() {
        return verbosity;
    }

    /** Returns the workspace with these options. */
    Workspace applyTo(Workspace workspace) {
        Workspace cached = (noCache ? workspace.withoutCache() : workspace).withSources(sources);
        return profile == null ? cached : cached.withProfiles(profile);
    }

    /** Overrides settings of an application with these options. */
    Application applyTo(Application application, Terminal terminal) {
        Application result = with(application, "database", database);
        result.settings().requireKnownAlias();
        result = with(result, "url", url);
        result = with(result, "user", user);
        boolean isAskedFor = password != null && password.isEmpty();
        return with(
                result,
                "password",
                isAskedFor ? terminal.askSecret("Password: ").orElse("") : password);
    }

    private static Application with(Application application, String name, @Nullable String value) {
        return value == null ? application : application.with(name, value, "--" + name);
    }
}

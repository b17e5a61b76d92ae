package io.kuaka.cli.terminal;

import io.kuaka.cli.report.Console;
import io.kuaka.tooling.Application;
import io.kuaka.tooling.NewApps;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Asks, before the first migrations are made, whether many packages with entities are one app.
 *
 * @param asks whether there is somebody to ask
 */
public record AppQuestion(Terminal terminal, Console console, boolean asks) {
    private static final Pattern LABEL = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    /** Returns the application with the chosen apps. */
    public Application settle(Application application) {
        return application.newApps().map(apps -> settle(application, apps)).orElse(application);
    }

    private Application settle(Application application, NewApps apps) {
        console.line("The entities are in " + apps.packages().size() + " packages, each of which becomes an app with a"
                + " history of its own: " + String.join(", ", apps.packages()) + ".");
        if (!asks) {
            console.line("If they are one app, put @App(\"" + apps.suggestedLabel() + "\") on the package-info.java of "
                    + apps.upperPackage() + " before you commit the migrations.");
            return application;
        }
        String answer = ask("Are they one app, " + apps.upperPackage() + "? [y/N] ");
        if (!answer.toLowerCase(Locale.ROOT).startsWith("y")) {
            return application;
        }
        Application joined = application.asOneApp(apps, label(apps.suggestedLabel()));
        console.line("Wrote the package-info.java of " + apps.upperPackage() + ".");
        return joined;
    }

    private String label(String suggested) {
        String label = ask("Label of the app [" + suggested + "]: ");
        while (!label.isEmpty() && !LABEL.matcher(label).matches()) {
            label = ask("One word of letters, digits and underscores [" + suggested + "]: ");
        }
        return label.isEmpty() ? suggested : label;
    }

    private String ask(String prompt) {
        return terminal.ask(prompt).orElse("");
    }
}

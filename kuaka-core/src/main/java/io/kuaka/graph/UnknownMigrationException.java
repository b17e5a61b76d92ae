package io.kuaka.graph;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when somebody asks for a migration that doesn't exist. */
public final class UnknownMigrationException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String app;
    private final String name;

    private UnknownMigrationException(String app, String name, String message) {
        super(message);
        this.app = app;
        this.name = name;
    }

    static UnknownMigrationException of(MigrationKey key, Collection<MigrationKey> known) {
        return new UnknownMigrationException(
                key.app(), key.name(), "Migration " + key + " does not exist." + NearNames.sentence(key, known));
    }

    static UnknownMigrationException prefix(String app, String prefix, List<MigrationKey> ofApp) {
        String message = ofApp.isEmpty()
                ? "App \"" + app + "\" has no migrations."
                : "App \"" + app + "\" has no migration whose name starts with \"" + prefix + "\". It has "
                        + shortened(ofApp) + ".";
        return new UnknownMigrationException(app, prefix, message);
    }

    /** Returns the app that was asked about. */
    public String app() {
        return app;
    }

    /** Returns the name, or the beginning of one, that was asked for; empty for any. */
    public String name() {
        return name;
    }

    private static String shortened(List<MigrationKey> keys) {
        int most = 10;
        List<String> names = keys.stream().map(MigrationKey::name).toList();
        return names.size() <= most
                ? String.join(", ", names)
                : names.stream().skip(names.size() - most).collect(Collectors.joining(", ")) + " and "
                        + (names.size() - most) + " earlier ones";
    }
}

package io.kuaka.spring.database;

import java.util.List;

/** The databases that Kuaka migrates in one application. */
public record ManagedDatabases(List<ManagedDatabase> all) {
    public ManagedDatabases {
        all = List.copyOf(all);
    }

    /** Returns whether any of them has something to migrate. */
    public boolean haveMigrations() {
        return all.stream().anyMatch(ManagedDatabase::hasMigrations);
    }
}

package io.kuaka.graph;

import io.kuaka.migration.MigrationKey;

/** What a plan is to reach. */
public sealed interface Target {
    /** Returns the target of all migrations of all apps. */
    static Target everything() {
        return new Everything();
    }

    /** Returns the target of all migrations of an app, and what they depend on. */
    static Target latest(String app) {
        return new Latest(app);
    }

    /** Returns the target of having applied this migration, and none after it in its app. */
    static Target at(MigrationKey key) {
        return new At(key);
    }

    /** Returns the target of having applied no migration of an app. */
    static Target zero(String app) {
        return new Zero(app);
    }

    /** Adds the steps that reach this target. */
    void planWith(Planner planner);

    /** All migrations of all apps. */
    record Everything() implements Target {
        @Override
        public void planWith(Planner planner) {
            planner.everything();
        }
    }

    /** All migrations of one app. */
    record Latest(String app) implements Target {
        @Override
        public void planWith(Planner planner) {
            planner.latest(app);
        }
    }

    /** One migration, as the latest applied one of its app. */
    record At(MigrationKey key) implements Target {
        @Override
        public void planWith(Planner planner) {
            planner.at(key);
        }
    }

    /** No migration of one app. */
    record Zero(String app) implements Target {
        @Override
        public void planWith(Planner planner) {
            planner.zero(app);
        }
    }
}

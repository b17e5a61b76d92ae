package io.kuaka.routing;

/**
 * Decides which operations run on which database of a project; Django's {@code allow_migrate}.
 *
 * <p>What isn't allowed on a database changes only the state of the models there: the migration is applied and recorded
 * like all others, so that each database has the whole history. A router is found by {@code
 * META-INF/services/io.kuaka.routing.Router}. It needs a public constructor without parameters.
 *
 * <p>Law: the answer depends on the route alone, and it never changes for a database that has migrations already.
 * Otherwise, tables that are there are no longer looked after, and changes of tables that aren't there fail.
 */
@FunctionalInterface
public interface Router {
    /** Returns whether the operation changes the database. */
    boolean allowMigrate(Route route);
}

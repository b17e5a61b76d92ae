package io.kuaka.routing;

import io.kuaka.base.Internal;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * One of the databases of a project, and what of the project is in it.
 *
 * @param database its alias
 */
@Internal
public record Placement(String database, Router router) {
    /** The alias of the database that is used if none is named. */
    public static final String DEFAULT = "default";

    private static final Placement ONLY = new Placement(DEFAULT, route -> true);

    /** Returns the placement of a project with one database, which has everything. */
    public static Placement only() {
        return ONLY;
    }

    /**
     * Returns the placement on a database of a project. If the project has several routers, each of them can keep an
     * operation out.
     *
     * @throws UnusableRouterException if one of them can't be loaded
     */
    public static Placement on(String database, ClassLoader classLoader) {
        try {
            List<Router> routers = ServiceLoader.load(Router.class, classLoader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
            return routers.isEmpty() && database.equals(DEFAULT)
                    ? ONLY
                    : new Placement(database, route -> routers.stream().allMatch(router -> allows(router, route)));
        } catch (ServiceConfigurationError e) {
            throw UnusableRouterException.notLoaded(e);
        }
    }

    private static boolean allows(Router router, Route route) {
        try {
            return router.allowMigrate(route);
        } catch (RuntimeException e) {
            throw UnusableRouterException.failed(router, route, e);
        }
    }

    /** Returns whether an operation runs on this database. */
    public boolean allows(String app, Optional<String> model, Map<String, String> hints) {
        return router.allowMigrate(new Route(database, app, model.map(Placement::owner), hints));
    }

    /** Returns whether this database has the table of a model. */
    public boolean has(ModelKey model) {
        return allows(model.app(), Optional.of(model.name()), Map.of());
    }

    /**
     * Returns whether this database has the table of a model that gets another name.
     *
     * @throws TornModelException if it has it under one of the names only
     */
    public boolean keeps(ModelKey from, ModelKey to) {
        boolean was = has(from);
        if (was != has(to)) {
            throw new TornModelException(database, from, to, was);
        }
        return was;
    }

    /** Returns whether this database has what belongs to an app but to no model of it, such as sequences. */
    public boolean hasPartsOf(String app) {
        return allows(app, Optional.empty(), Map.of());
    }

    /**
     * Makes sure that this database has a model.
     *
     * @throws ModelElsewhereException if it doesn't
     */
    public void requireHere(ModelKey model) {
        if (!has(model)) {
            throw new ModelElsewhereException(database, model);
        }
    }

    /**
     * Makes sure that a model's foreign keys lead to tables of this database.
     *
     * @throws SeparatedModelsException if one doesn't
     */
    public void requireTogether(ModelKey key, ModelState model) {
        for (Field field : model.fields().values()) {
            if (field.isReference()
                    && field.requireReference().constrained()
                    && !has(field.requireReference().to())) {
                throw new SeparatedModelsException(database, key, field);
            }
        }
    }

    /** A join or collection table is where its entity is. */
    private static String owner(String model) {
        int dot = model.indexOf('.');
        return dot < 0 ? model : model.substring(0, dot);
    }
}

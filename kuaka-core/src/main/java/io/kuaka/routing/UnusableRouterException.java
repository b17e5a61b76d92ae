package io.kuaka.routing;

import io.kuaka.base.MigrationException;

/** A router can't be loaded, or it failed. */
public final class UnusableRouterException extends MigrationException {
    private static final long serialVersionUID = 1L;

    private UnusableRouterException(String message, Throwable cause) {
        super(message, cause);
    }

    static UnusableRouterException notLoaded(Throwable cause) {
        return new UnusableRouterException(
                "A router that META-INF/services/" + Router.class.getName() + " names can't be loaded: "
                        + cause.getMessage() + ". It needs a public constructor without parameters.",
                cause);
    }

    static UnusableRouterException failed(Router router, Route route, RuntimeException cause) {
        return new UnusableRouterException(
                "Router " + router.getClass().getName() + " failed for " + route + ": " + cause + ".", cause);
    }
}

package io.kuaka.routing;

import io.kuaka.base.MigrationException;
import io.kuaka.state.ModelKey;

/** A router keeps a model in a database under its old name only, or under its new name only. */
public final class TornModelException extends MigrationException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    private TornModelException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    TornModelException(String database, ModelKey from, ModelKey to, boolean hasOld) {
        this(reason(database, from, to, hasOld), reason(database, from, to, hasOld));
    }

    private static String reason(String database, ModelKey from, ModelKey to, boolean hasOld) {
        return "The router says that database \"" + database + "\" has model \"" + (hasOld ? from : to)
                + "\", but not \""
                + (hasOld ? to : from) + "\", and both are names of the same table: \"" + from + "\" becomes \"" + to
                + "\". Let the router give the same answer for both. A table can't be moved to another database.";
    }

    @Override
    public TornModelException at(String place) {
        return new TornModelException(reason, place + ": " + reason);
    }
}

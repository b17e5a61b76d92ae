package io.kuaka.data;

import io.kuaka.data.tenant.Tenancy;
import io.kuaka.progress.RowProgress;
import io.kuaka.routing.Placement;
import io.kuaka.schema.Dialects;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * All models as they are at one point of history, and the database that holds their rows.
 *
 * <p>Names without an app belong to the app whose migration runs. Transactions are managed by whoever supplied the
 * connection. Not thread-safe.
 */
public final class Models implements AutoCloseable {
    private final String app;
    private final Session session;
    private final @Nullable Tenancy tenancy;

    /**
     * Makes models.
     *
     * @param app the app whose models need no prefix
     */
    Models(String app, Session session) {
        this(app, session, null);
    }

    private Models(String app, Session session, @Nullable Tenancy tenancy) {
        this.app = app;
        this.session = session;
        this.tenancy = tenancy;
    }

    /** Makes the models of a state on a connection, with the dialect for its database. */
    public static Models on(Connection connection, String app, ProjectState state) throws SQLException {
        return new Models(
                app,
                new Session(connection, Dialects.of(connection), state, RowProgress.unobserved(), Placement.only()));
    }

    /**
     * Returns the model {@code name}: {@code Book} of this app, {@code users.Tenant} of another one, or
     * {@code Book.authors} for a join or collection table.
     *
     * @throws io.kuaka.state.NoSuchModelException when there is none at this point of history
     * @throws io.kuaka.routing.ModelElsewhereException if a router keeps it out of this database
     */
    public Model get(String name) {
        ModelKey own = new ModelKey(app, name);
        ModelKey key = name.indexOf('.') < 0 || session.state().hasModel(own) ? own : ModelKey.parse(name);
        ModelShape shape = new ModelShape(session.state(), session.grammar(), key, tenancy);
        session.placement().requireHere(key);
        return new Model(session, shape);
    }

    /** Returns the state of all models at this point of history. */
    public ProjectState state() {
        return session.state();
    }

    /**
     * Takes the next number of a sequence: an id that Hibernate won't generate.
     *
     * @throws io.kuaka.state.NoSuchModelException when there is no such sequence at this point of history
     */
    public long nextValue(String sequence) {
        ModelKey own = new ModelKey(app, sequence);
        boolean isOwn = sequence.indexOf('.') < 0 || session.state().sequences().containsKey(own);
        return session.nextValue(session.state().sequence(isOwn ? own : ModelKey.parse(sequence)));
    }

    /**
     * Returns these models with the rows of one tenant only.
     *
     * <p>Models with the attribute are tenant-aware, and so are joined subclasses of theirs, and their join, collection and
     * secondary tables: queries find the rows of the tenant, new rows belong to it, and nothing is written that would refer
     * to a row of another one. Models without it are shared. Paths and subqueries into other models aren't confined. Close
     * the models that this was called on, not these.
     *
     * @param attribute the attribute that holds the tenant: a reference, or a value as of Hibernate's {@code @TenantId}
     * @param id the tenant: the value of the attribute, or the row that it refers to
     * @throws io.kuaka.data.tenant.MixedTenantsException if no model has the attribute
     */
    public Models asTenant(String attribute, Object id) {
        Object value = TenantRules.idOf(session.state(), attribute, id);
        return new Models(app, session, Tenancy.of(session.state(), attribute, value));
    }

    /** Returns the connection, for what models can't do; it mustn't be closed. */
    public Connection connection() {
        return session.share();
    }

    /** Returns the alias of the database in the settings; {@code default} for the usual one. */
    public String database() {
        return session.placement().database();
    }

    /** Returns the name of the database's dialect, as in {@code postgresql}. */
    public String dialect() {
        return session.dialect().name();
    }

    /** Closes queries of loops that were left early. The connection stays open. */
    @Override
    public void close() {
        session.close();
    }
}

package io.kuaka.tooling;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.NoConnectionException;
import io.kuaka.recorder.OwnNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Connections to another database than the chosen one. Its settings are read on use, and what they lack is a reason why it
 * can't be reached: those of production often have a password that only production knows.
 */
record OtherDatabase(Supplier<ConnectionSource> configured) implements ConnectionSource {
    @Override
    public Connection open() throws SQLException {
        return source().open();
    }

    @Override
    public OwnNames ownNames() {
        return source().ownNames();
    }

    private ConnectionSource source() {
        try {
            return configured.get();
        } catch (UnresolvedSettingException e) {
            throw new NoConnectionException(e);
        }
    }
}

package io.kuaka.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * How to connect to the database that Kuaka migrates. A bean of this type overrides the properties {@code kuaka.url},
 * {@code kuaka.user} and {@code kuaka.password}; service connections of Testcontainers and Docker Compose make one.
 */
public interface KuakaConnectionDetails extends ConnectionDetails {
    /** Returns the URL for JDBC. */
    String getJdbcUrl();

    /** Returns the user; null if the URL names it or none is needed. */
    @Nullable
    String getUsername();

    /** Returns the user's password, if one is needed. */
    @Nullable
    String getPassword();
}

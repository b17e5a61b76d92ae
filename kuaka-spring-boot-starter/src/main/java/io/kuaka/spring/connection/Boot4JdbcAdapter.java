package io.kuaka.spring.connection;

import io.kuaka.spring.KuakaConnectionDetails;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Connects Kuaka where Spring Boot 4 connects a data source: to a service of Docker Compose, for instance. */
final class Boot4JdbcAdapter implements ConnectionDetailsFactory<JdbcConnectionDetails, KuakaConnectionDetails> {
    /** Fails without the class that is adapted; Spring passes such a factory over. */
    Boot4JdbcAdapter() {
        Objects.requireNonNull(JdbcConnectionDetails.class);
    }

    @Override
    public KuakaConnectionDetails getConnectionDetails(JdbcConnectionDetails details) {
        return new KuakaConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return details.getJdbcUrl();
            }

            @Override
            public @Nullable String getUsername() {
                return details.getUsername();
            }

            @Override
            public @Nullable String getPassword() {
                return details.getPassword();
            }
        };
    }
}

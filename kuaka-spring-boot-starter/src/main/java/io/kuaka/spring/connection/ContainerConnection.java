package io.kuaka.spring.connection;

import io.kuaka.spring.KuakaConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;
import org.testcontainers.containers.JdbcDatabaseContainer;

/** Connects Kuaka to a container with {@code @ServiceConnection}. */
final class ContainerConnection
        extends ContainerConnectionDetailsFactory<JdbcDatabaseContainer<?>, KuakaConnectionDetails> {
    @Override
    protected KuakaConnectionDetails getContainerConnectionDetails(
            ContainerConnectionSource<JdbcDatabaseContainer<?>> source) {
        return new Details(source);
    }

    private static final class Details extends ContainerConnectionDetails<JdbcDatabaseContainer<?>>
            implements KuakaConnectionDetails {
        Details(ContainerConnectionSource<JdbcDatabaseContainer<?>> source) {
            super(source);
        }

        @Override
        public String getJdbcUrl() {
            return getContainer().getJdbcUrl();
        }

        @Override
        public @Nullable String getUsername() {
            return getContainer().getUsername();
        }

        @Override
        public @Nullable String getPassword() {
            return getContainer().getPassword();
        }
    }
}

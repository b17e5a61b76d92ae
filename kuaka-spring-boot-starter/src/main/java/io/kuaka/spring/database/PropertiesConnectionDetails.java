package io.kuaka.spring.database;

import io.kuaka.spring.KuakaConnectionDetails;
import io.kuaka.spring.settings.KuakaProperties;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The connection of the properties, which must have a URL. */
record PropertiesConnectionDetails(KuakaProperties properties) implements KuakaConnectionDetails {
    @Override
    public String getJdbcUrl() {
        return Objects.requireNonNull(properties.url());
    }

    @Override
    public @Nullable String getUsername() {
        return properties.user();
    }

    @Override
    public @Nullable String getPassword() {
        return properties.password();
    }
}

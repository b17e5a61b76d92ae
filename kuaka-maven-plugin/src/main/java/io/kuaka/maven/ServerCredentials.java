package io.kuaka.maven;

import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** User and password of a server in Maven's {@code settings.xml}. */
record ServerCredentials(Settings settings, SettingsDecrypter decrypter) {
    /**
     * Returns them as parameters of a goal: as variables they would be ignored where the URL is a parameter, since nobody's
     * credentials are sent to a database that overrides theirs.
     *
     * @param serverId the server; null for none
     */
    Map<String, String> of(@Nullable String serverId) throws MojoExecutionException {
        Map<String, String> credentials = new TreeMap<>();
        if (serverId != null) {
            Server server = settings.getServer(serverId);
            if (server == null) {
                throw new MojoExecutionException("The settings.xml of Maven has no server \"" + serverId
                        + "\". Add it with its username and password, or correct kuaka.server-id.");
            }
            Server open = decrypter
                    .decrypt(new DefaultSettingsDecryptionRequest(server))
                    .getServer();
            put("user", open.getUsername(), credentials);
            put("password", open.getPassword(), credentials);
        }
        return credentials;
    }

    private static void put(String name, @Nullable String value, Map<String, String> credentials) {
        if (value != null && !value.isEmpty()) {
            credentials.put(name, value);
        }
    }
}

package io.kuaka.maven;

import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** The variables of the environment, with user and password of a server in Maven's {@code settings.xml}. */
record Environment(Settings settings, SettingsDecrypter decrypter) {
    /**
     * Returns the variables.
     *
     * @param serverId the server; null for the environment as it is
     */
    Map<String, String> variables(@Nullable String serverId) throws MojoExecutionException {
        Map<String, String> variables = new TreeMap<>(System.getenv());
        if (serverId != null) {
            Server server = settings.getServer(serverId);
            if (server == null) {
                throw new MojoExecutionException("The settings.xml of Maven has no server \"" + serverId
                        + "\". Add it with its username and password, or correct kuaka.server-id.");
            }
            Server open = decrypter
                    .decrypt(new DefaultSettingsDecryptionRequest(server))
                    .getServer();
            put("KUAKA_USER", open.getUsername(), variables);
            put("KUAKA_PASSWORD", open.getPassword(), variables);
        }
        return variables;
    }

    private static void put(String name, @Nullable String value, Map<String, String> variables) {
        if (value != null) {
            variables.put(name, value);
        }
    }
}

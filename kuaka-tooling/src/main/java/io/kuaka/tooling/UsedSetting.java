package io.kuaka.tooling;

import java.util.Optional;

/**
 * A setting that counts.
 *
 * @param name its name in the file that it comes from
 * @param shown its text as it was written; empty for what may be secret
 * @param origin where it comes from, as in {@code application.properties}
 * @param meant if there is no such setting, the variable that this one is probably meant to be
 */
public record UsedSetting(String name, Optional<String> shown, String origin, Optional<String> meant) {
    /** A variable that is misspelled, or somebody else's, may hold a password, too. */
    static UsedSetting of(String name, Settings.Value value, boolean isSecret) {
        String own = name.startsWith(Settings.OWN) ? name.substring(Settings.OWN.length()) : "";
        boolean isUnknown = !own.isEmpty() && !KnownSettings.contains(own);
        return new UsedSetting(
                name,
                isUnknown || isSecret ? Optional.empty() : Optional.of(value.text()),
                value.origin(),
                isUnknown ? KnownSettings.meant(own).map(SettingsReader::variable) : Optional.empty());
    }
}

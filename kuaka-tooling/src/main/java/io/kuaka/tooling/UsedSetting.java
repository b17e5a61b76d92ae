package io.kuaka.tooling;

import java.util.Optional;

/**
 * A setting that counts.
 *
 * @param name its name in the file that it comes from
 * @param shown its text as it was written; empty for what may be secret
 * @param origin where it comes from, as in {@code application.properties}
 */
public record UsedSetting(String name, Optional<String> shown, String origin) {}

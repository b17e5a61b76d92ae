package io.kuaka.cli.arguments;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Reads the version from the jar. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"Kuaka " + Objects.requireNonNullElse(version, "(built from source)")};
    }
}

package io.kuaka.tooling;

import io.kuaka.command.project.UpperPackage;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The packages with entities, each of which would become an app with the first migrations of a project.
 *
 * @param upperPackage the package that all of them are below
 */
public record NewApps(SortedSet<String> packages, String upperPackage) {
    /** This few packages are more likely apps of their own than packages of one app. */
    private static final int FEW = 3;

    /** Returns the apps, if they are so many that they may be one, and have a package above them. */
    static Optional<NewApps> of(SortedSet<String> packages) {
        return packages.size() <= FEW
                ? Optional.empty()
                : UpperPackage.of(packages).map(upper -> new NewApps(packages, upper));
    }

    /** Returns the default label of a single app for all of them. */
    public String suggestedLabel() {
        return upperPackage.substring(upperPackage.lastIndexOf('.') + 1);
    }
}

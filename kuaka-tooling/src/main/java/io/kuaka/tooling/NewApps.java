package io.kuaka.tooling;

import io.kuaka.command.project.UpperPackage;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The packages with entities that would each become an app by the first migrations of a project.
 *
 * @param upperPackage the package that all of them are below
 */
public record NewApps(SortedSet<String> packages, String upperPackage) {
    /** So few packages are more likely apps than the packages of one. */
    private static final int FEW = 3;

    /** Returns the apps, if there are so many that they may be one, and a package that all are below. */
    static Optional<NewApps> of(SortedSet<String> packages) {
        return packages.size() <= FEW
                ? Optional.empty()
                : UpperPackage.of(packages).map(upper -> new NewApps(packages, upper));
    }

    /** Returns the label that one app of all of them would have unless somebody chooses another one. */
    public String suggestedLabel() {
        return upperPackage.substring(upperPackage.lastIndexOf('.') + 1);
    }
}

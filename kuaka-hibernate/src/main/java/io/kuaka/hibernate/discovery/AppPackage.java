package io.kuaka.hibernate.discovery;

/**
 * An app and the package of its entities, sub-packages included.
 *
 * @param label the name of the app's history, without dots
 * @param packageName the Java package; of several that match an entity, the longest one counts
 */
public record AppPackage(String label, String packageName) {
    /** Returns the app of a package with the default label: the package's last segment. */
    public static AppPackage of(String packageName) {
        return new AppPackage(packageName.substring(packageName.lastIndexOf('.') + 1), packageName);
    }

    /** Returns whether a class of the given name belongs here, unless a longer package contains it. */
    boolean contains(String className) {
        return packageName.isEmpty() || className.startsWith(packageName + ".");
    }
}

package io.kuaka.spring.settings;

import java.io.File;
import java.io.IOException;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells from the class path what has built an application. */
final class BuildOfApplication {
    /** Where Gradle has the classes and resources of a project. */
    private static final Pattern FOLDER_OF_GRADLE =
            Pattern.compile(".*[/\\\\]build[/\\\\](classes[/\\\\]\\w+|resources)[/\\\\]\\w+");

    private static final String CLASSES = "BOOT-INF/classes/";

    /** What Maven writes into each jar, and Gradle doesn't. */
    private static final String OF_MAVEN = "META-INF/maven/";

    private BuildOfApplication() {}

    /** Returns whether it was Gradle, as far as folders of classes or an executable jar tell. */
    static boolean isGradle(String classPath) {
        String[] entries = classPath.split(Pattern.quote(File.pathSeparator), -1);
        return entries.length == 1
                ? isJarOfGradle(entries[0])
                : Stream.of(entries).anyMatch(FOLDER_OF_GRADLE.asMatchPredicate());
    }

    private static boolean isJarOfGradle(String entry) {
        try (JarFile jar = new JarFile(entry)) {
            return jar.getEntry(CLASSES) != null
                    && jar.stream().noneMatch(each -> each.getName().startsWith(OF_MAVEN));
        } catch (IOException e) {
            return false;
        }
    }
}

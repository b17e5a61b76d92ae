package io.kuaka.spring.settings;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells from the class path what has built an application. */
final class BuildOfApplication {
    /** Where Gradle has the classes and resources of a project. */
    private static final Pattern FOLDER_OF_GRADLE =
            Pattern.compile(".*[/\\\\]build[/\\\\](classes[/\\\\]\\w+|resources)[/\\\\]\\w+");

    /** Where executable jars and wars have the classes of the application. */
    private static final List<String> CLASSES = List.of("BOOT-INF/classes/", "WEB-INF/classes/");

    /** What Maven writes into each jar unless it is told not to, and Gradle doesn't. */
    private static final String OF_MAVEN = "META-INF/maven/";

    private BuildOfApplication() {}

    /** Returns whether it was Gradle, as far as folders of classes or an executable jar or war tell. */
    static boolean isGradle(String classPath) {
        String[] entries = classPath.split(Pattern.quote(File.pathSeparator), -1);
        return entries.length == 1
                ? isJarOfGradle(entries[0])
                : Stream.of(entries).anyMatch(FOLDER_OF_GRADLE.asMatchPredicate());
    }

    private static boolean isJarOfGradle(String entry) {
        try (JarFile jar = new JarFile(entry)) {
            return CLASSES.stream().anyMatch(each -> jar.getEntry(each) != null)
                    && jar.stream().noneMatch(each -> each.getName().startsWith(OF_MAVEN));
        } catch (IOException e) {
            return false;
        }
    }
}

package io.kuaka.tooling.doctor;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The programs that work together: the JVM, Kuaka, and Hibernate as the project has it.
 *
 * @param classLoader loads the project's classes
 */
record ToolFindings(ClassLoader classLoader) {
    private static final String HIBERNATE = "org/hibernate/Version.class";

    /** The name of a jar within the address of a class in it. */
    private static final Pattern JAR = Pattern.compile("([^/]+\\.jar)!/");

    List<Finding> all() {
        return List.of(jdk(), kuaka(), hibernate());
    }

    private static Finding jdk() {
        return Finding.ok("JDK", Runtime.version() + ", " + System.getProperty("java.vendor"));
    }

    private static Finding kuaka() {
        String version = ToolFindings.class.getPackage().getImplementationVersion();
        return Finding.ok("Kuaka", Objects.requireNonNullElse(version, "built from source"));
    }

    private Finding hibernate() {
        URL found = classLoader.getResource(HIBERNATE);
        return found == null
                ? Finding.problem(
                        "Hibernate",
                        "not on the class path, so entities can't be read. Add org.hibernate.orm:hibernate-core to the"
                                + " project.")
                : Finding.ok("Hibernate", jar(found).orElseGet(found::toString));
    }

    private static Optional<String> jar(URL found) {
        Matcher jar = JAR.matcher(found.toString());
        return jar.find() ? Optional.of(jar.group(1)) : Optional.empty();
    }
}

package io.kuaka.it.docs;

import io.kuaka.it.support.JavaProcess;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.junit.MigrationTest;
import io.kuaka.junit.Migrator;
import io.kuaka.junit.database.TestServer;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs tests of migrations as JUnit would, but each on a database of a server. That is done in a JVM of their own, on
 * whose class path their migrations are the only ones.
 *
 * <p>Arguments: the URL, user and password of the server, and the names of the tests.
 */
public final class TestsOfAPage {
    private TestsOfAPage() {}

    /** Runs tests, and returns what the JVM said: their names, and the failure of the first that didn't pass. */
    static String run(TestDatabase place, Path classes, List<String> tests) throws IOException, InterruptedException {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("bookshop"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> arguments = new ArrayList<>(List.of(place.url(), place.user(), place.password()));
        arguments.addAll(tests);
        return JavaProcess.said(JavaProcess.start(
                List.of(),
                classes + File.pathSeparator + classPath,
                TestsOfAPage.class,
                arguments.toArray(String[]::new)));
    }

    public static void main(String[] arguments) throws Exception {
        TestServer server = TestServer.at(arguments[0], arguments[1], arguments[2]);
        for (String name : List.of(arguments).subList(3, arguments.length)) {
            Class<?> test = Class.forName(name);
            MigrationTest at = test.getAnnotation(MigrationTest.class);
            Constructor<?> constructor = test.getDeclaredConstructor();
            constructor.setAccessible(true);
            for (Method method : test.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Test.class)) {
                    method.setAccessible(true);
                    try (io.kuaka.junit.database.TestDatabase database = server.fresh();
                            Migrator migrator = Migrator.on(database.dataSource(), at.app(), at.from(), at.to())) {
                        method.invoke(constructor.newInstance(), migrator);
                    }
                    System.out.println(test.getSimpleName() + "." + method.getName() + " passed");
                }
            }
        }
    }
}

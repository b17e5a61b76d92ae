package io.kuaka.it.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own, which may be killed. */
public final class JavaProcess {
    private JavaProcess() {}

    /** Starts one with the class path of the tests; what it says comes in one stream. */
    public static Process start(Class<?> main, String... arguments) throws IOException {
        return start(List.of("-XX:+UseSerialGC"), System.getProperty("java.class.path"), main, arguments);
    }

    /** Starts one with options and a class path. */
    public static Process start(List<String> options, String classPath, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Waits for the end of one, and returns what it said. */
    public static String said(Process process) throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}

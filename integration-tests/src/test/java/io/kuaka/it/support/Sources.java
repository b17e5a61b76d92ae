package io.kuaka.it.support;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java sources in a folder, compiled while a test runs. */
public final class Sources {
    /** One a thread, and never closed: it would open all jars of the class path anew for each compilation. */
    private static final ThreadLocal<StandardJavaFileManager> FILES = ThreadLocal.withInitial(() ->
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8));

    private Sources() {}

    /**
     * Compiles all sources below a folder.
     *
     * @param classPath what they may use besides the class path of the tests
     */
    public static void compile(Path sources, Path classes, List<Path> classPath, String... flags) {
        try (Stream<Path> walk = Files.walk(sources)) {
            List<Path> javaFiles =
                    walk.filter(path -> path.toString().endsWith(".java")).toList();
            compile(javaFiles, classes, classPath, flags);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compiles some sources.
     *
     * @param classPath what they may use besides the class path of the tests
     */
    public static void compile(List<Path> javaFiles, Path classes, List<Path> classPath, String... flags) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        StandardJavaFileManager files = FILES.get();
        try {
            Files.createDirectories(classes);
            StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
            classPath.forEach(entry -> path.append(File.pathSeparator).append(entry));
            List<String> options = new ArrayList<>(List.of(flags));
            options.addAll(List.of("-proc:none", "-parameters", "-d", classes.toString(), "-cp", path.toString()));
            boolean isGood = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(javaFiles))
                    .call();
            if (!isGood) {
                throw new AssertionError("These sources don't compile: " + javaFiles + "\n" + messages);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a class loader for a folder of classes, above that of the tests. */
    public static ClassLoader loader(Path classes) {
        try {
            return new URLClassLoader(new URL[] {classes.toUri().toURL()}, Sources.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Returns the names of the classes below a folder, without nested ones. */
    public static List<String> classNames(Path classes) {
        try (Stream<Path> walk = Files.walk(classes)) {
            return walk.map(path -> classes.relativize(path).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace(File.separatorChar, '.'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

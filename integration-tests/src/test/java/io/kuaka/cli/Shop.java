package io.kuaka.cli;

import io.kuaka.cli.terminal.Terminal;
import io.kuaka.command.call.Spelling;
import io.kuaka.tooling.Workspace;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A small project in a folder of its own, and everything that was typed and printed in it. */
final class Shop {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    private final Path folder;
    private final StringBuilder transcript = new StringBuilder();

    private Shop(Path folder) {
        this.folder = folder;
    }

    static Shop inside(Path parent) throws IOException {
        Shop shop = new Shop(parent);
        Files.createDirectories(shop.classes());
        Files.writeString(parent.resolve("pom.xml"), "<project/>");
        return shop;
    }

    /** Writes an entity of the app {@code app}; the body is everything between the braces. */
    void entity(String app, String name, String annotations, String body) throws IOException {
        String source = "package shop." + app + ";\n"
                + "import jakarta.persistence.*;\n"
                + annotations + "@Entity public class " + name + " {\n" + body + "\n}\n";
        Path file = folder.resolve("src/main/java/shop/" + app + "/" + name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
    }

    /** Runs a command without a terminal. */
    void run(String... arguments) throws IOException {
        run(false, "", arguments);
    }

    /** Runs a command at a terminal where {@code answers} are typed, each with a line end. */
    void runAnswering(String answers, String... arguments) throws IOException {
        run(true, answers, arguments);
    }

    private void run(boolean interactive, String answers, String... arguments) throws IOException {
        compile();
        StringWriter printed = new StringWriter();
        PrintWriter writer = new PrintWriter(printed);
        Terminal terminal = new Terminal(
                new BufferedReader(new StringReader(answers)), writer, writer, interactive, Spelling.LAUNCHER);
        transcript
                .append("$ kuaka ")
                .append(String.join(" ", arguments).replace(folder.toString(), "…"))
                .append('\n');
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes().toUri().toURL()}, Shop.class.getClassLoader())) {
            Map<String, String> environment = Map.of("KUAKA_URL", "jdbc:sqlite:" + folder.resolve("shop.db"));
            Workspace workspace = new Workspace(folder, loader, List.of(classes()), environment);
            int code = KuakaCommand.run(new CliContext(terminal, workspace, CLOCK), arguments);
            transcript.append(printed.toString().replace(folder.toString(), "…"));
            transcript.append("[exit ").append(code).append("]\n\n");
        }
    }

    /** Puts a file of the project into the transcript. */
    void show(String file) throws IOException {
        transcript.append("$ cat ").append(file).append('\n');
        transcript.append(Files.readString(folder.resolve(file))).append('\n');
    }

    /** Writes a file of the project. */
    void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    String transcript() {
        return transcript.toString();
    }

    Path folder() {
        return folder;
    }

    private Path classes() {
        return folder.resolve("target/classes");
    }

    private void compile() throws IOException {
        try (Stream<Path> walk = Files.walk(folder.resolve("src"))) {
            List<String> files = walk.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .toList();
            String classPath = System.getProperty("java.class.path") + File.pathSeparator + classes();
            List<String> options =
                    List.of("-proc:none", "-parameters", "-d", classes().toString(), "-cp", classPath);
            int code = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            Stream.concat(options.stream(), files.stream()).toArray(String[]::new));
            if (code != 0) {
                throw new AssertionError("The project doesn't compile.");
            }
        }
    }
}

package io.kuaka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.cli.Transcript.Section;
import io.kuaka.cli.arguments.CommandParameter;
import io.kuaka.cli.terminal.Terminal;
import io.kuaka.command.call.Spelling;
import io.kuaka.tooling.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A project in a folder of its own that does what a transcript says. */
final class ScriptedProject {
    /** One a thread, and never closed: it would open all jars of the class path anew for each compilation. */
    private static final ThreadLocal<StandardJavaFileManager> FILES = ThreadLocal.withInitial(
            () -> ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null));

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-01-31T13:45:00Z"), ZoneOffset.UTC);

    private final Path folder;
    private Map<Path, String> compiled = Map.of();
    private String typed = "";
    private boolean interactive;
    private final Map<String, String> variables = new TreeMap<>();

    ScriptedProject(Path folder) {
        this.folder = folder;
        variables.put("PROJECT", folder.toString());
    }

    /** Puts a copy of another project's files here, with what was compiled of them. */
    void copy(ScriptedProject other) throws IOException {
        try (Stream<Path> files = Files.walk(other.folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(other.folder.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        compiled = sources();
    }

    /** Compiles the sources as they are. */
    void prepare() throws IOException {
        compile();
    }

    /** Does it all, and returns the transcript with what was printed this time. */
    Transcript play(Transcript script) throws IOException {
        List<Section> played = new ArrayList<>();
        for (Section section : script.sections()) {
            if (!section.isOutput()) {
                played.addAll(play(section));
            }
        }
        return new Transcript(played);
    }

    private List<Section> play(Section section) throws IOException {
        Path path = folder.resolve(section.rest().split(" ")[0]);
        switch (section.verb()) {
            case "file" -> {
                Files.createDirectories(path.getParent());
                Files.writeString(path, section.text());
            }
            case "bytes" -> {
                // The launcher would compile now; what is written here stays as it is.
                compile();
                Files.createDirectories(path.getParent());
                Files.write(path, HexFormat.of().parseHex(section.text().replaceAll("\\s", "")));
            }
            case "sql" -> {
                execute("jdbc:sqlite:" + path, section.text());
            }
            case "variable" -> {
                String[] parts = section.rest().split("=", 2);
                variables.put(parts[0], parts[1].replace("${PROJECT}", folder.toString()));
            }
            case "delete" -> {
                Files.delete(path);
            }
            case "type" -> {
                typed = section.text();
                interactive = true;
            }
            case "show" -> {
                return List.of(new Section("show", section.rest(), Files.readString(path)));
            }
            case "kuaka", "mvn" -> {
                return run(section);
            }
            default -> throw new IllegalArgumentException("Unknown: " + section);
        }
        return List.of(section);
    }

    private static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Section> run(Section section) throws IOException {
        boolean isGoal = section.verb().equals("mvn");
        compile();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                new BufferedReader(new StringReader(typed)),
                new PrintWriter(out),
                new PrintWriter(err),
                interactive,
                isGoal ? Spelling.MAVEN : Spelling.LAUNCHER);
        int code;
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {classes().toUri().toURL()})) {
            CliContext context =
                    new CliContext(terminal, new Workspace(folder, classes, List.of(classes()), variables), CLOCK);
            String[] words = section.rest().isBlank() ? new String[0] : words(section.rest());
            code = isGoal ? runGoal(context, words) : KuakaCommand.run(context, words);
        }
        typed = "";
        interactive = false;
        List<Section> sections = new ArrayList<>(List.of(new Section(section.verb(), section.rest(), same(out))));
        if (!err.toString().isEmpty()) {
            sections.add(new Section("errors", "", same(err)));
        }
        if (code != 0) {
            sections.add(new Section("exit", String.valueOf(code), ""));
        }
        return sections;
    }

    /** Splits at spaces; an underscore in brackets stands for one. */
    private static String[] words(String arguments) {
        return Stream.of(arguments.split(" "))
                .map(word -> word.replace("[_]", " "))
                .toArray(String[]::new);
    }

    /** Takes away what is different each time. */
    private String same(StringWriter output) {
        String text = output.toString()
                .replace(folder.toString(), "PROJECT")
                .replaceAll("\\(\\d+\\.\\d{3}s\\)", "(0.000s)")
                .replaceAll("(\\[ok\\] JDK +)[^\n]*", "$1JDK")
                .replaceAll("(\\[ok\\] Kuaka +)[^\n]*", "$1VERSION")
                .replaceAll("hibernate-core-[^ \n]*jar", "hibernate-core-VERSION.jar")
                .replaceAll(
                        "SQLite [\\d.]+, dialect sqlite, driver [\\d.]+",
                        "SQLite VERSION, dialect sqlite, driver VERSION")
                .replaceAll("applied at [^)]+\\)", "applied at TIME)")
                // A dialect of the tests of the core, where its test classes are on the class path.
                .replace(", sqlserver", "");
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }

    /** Runs a goal as the Maven plugin does, from words as in {@code kuaka:migrate -Dkuaka.app=catalog}. */
    private static int runGoal(CliContext context, String... words) {
        String command = words[0].replace("kuaka:", "");
        Map<String, String> properties = new TreeMap<>();
        for (String word : List.of(words).subList(1, words.length)) {
            String[] parts = word.replaceFirst("^-D", "").split("=", 2);
            properties.put(parts[0], parts.length == 1 ? "true" : parts[1]);
        }
        Map<String, String> parameters = new TreeMap<>();
        for (CommandParameter each : CommandParameter.of(BuildTool.commands().get(command))) {
            String value = properties.remove(each.property());
            if (value != null) {
                parameters.put(each.name(), value);
            }
        }
        assertThat(properties).as("of " + command).isEmpty();
        return BuildTool.run(context, command, parameters);
    }

    private Path classes() {
        return folder.resolve("target/classes");
    }

    /** Makes the classes anew, as the launcher has Maven do it. */
    private void compile() throws IOException {
        Map<Path, String> sources = sources();
        if (sources.equals(compiled) && Files.exists(classes())) {
            return;
        }
        delete(classes());
        Files.createDirectories(classes());
        StringWriter messages = new StringWriter();
        StandardJavaFileManager files = FILES.get();
        List<String> options =
                List.of("-proc:none", "-d", classes().toString(), "-cp", System.getProperty("java.class.path"));
        boolean good = sources.isEmpty()
                || ToolProvider.getSystemJavaCompiler()
                        .getTask(
                                messages,
                                files,
                                null,
                                options,
                                null,
                                files.getJavaFileObjectsFromPaths(sources.keySet()))
                        .call();
        if (!good) {
            throw new AssertionError("The project doesn't compile:\n" + messages);
        }
        compiled = sources;
        copyResources();
    }

    private void copyResources() throws IOException {
        Path resources = folder.resolve("src/main/resources");
        if (Files.exists(resources)) {
            try (Stream<Path> files = Files.walk(resources)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = classes().resolve(resources.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    private Map<Path, String> sources() throws IOException {
        Map<Path, String> sources = new TreeMap<>();
        Path root = folder.resolve("src/main/java");
        if (Files.exists(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    sources.put(file, Files.readString(file));
                }
            }
        }
        return sources;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}

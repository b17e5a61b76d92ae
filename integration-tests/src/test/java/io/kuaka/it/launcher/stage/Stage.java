package io.kuaka.it.launcher.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A folder in which the launcher runs with an mvn and a java that only write down how they are called. */
public final class Stage {
    /** The checkout. */
    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final Path folder;

    private Stage(Path folder) {
        this.folder = folder;
    }

    /** Makes one in an empty folder. */
    public static Stage in(Path folder) throws IOException, InterruptedException {
        Stage stage = new Stage(folder.toRealPath());
        Outcome made = stage.run(ROOT, ROOT.resolve(".ci/launcher-stage").toString(), stage.toString());
        assertThat(made).isEqualTo(new Outcome(0, ""));
        return stage;
    }

    /** Runs the launcher in a folder. */
    public Outcome kuaka(String where, String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = path("kuaka/kuaka").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return run(path(where), command);
    }

    private Outcome run(Path where, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().keySet().removeIf(name -> name.equals("JAVA_HOME") || name.startsWith("KUAKA_"));
        builder.environment().merge("PATH", path("bin").toString(), (path, bin) -> bin + ":" + path);
        builder.environment().put("GRADLE_USER_HOME", path("gradle-home").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Outcome(process.exitValue(), output);
    }

    /** Returns how {@code java} was called, each time. */
    public List<String> javaCalls() throws IOException {
        return Files.readAllLines(path("java.log"));
    }

    /** Returns the path of a file here. */
    public Path path(String file) {
        return folder.resolve(file);
    }

    /** Writes a file, with the folders that it needs. */
    public Path write(String file, String text) throws IOException {
        Files.createDirectories(path(file).getParent());
        return Files.writeString(path(file), text);
    }

    /** Writes a script that can be run. */
    public void script(String file, String text) throws IOException {
        assertThat(write(file, "#!/bin/sh\n" + text).toFile().setExecutable(true))
                .isTrue();
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}

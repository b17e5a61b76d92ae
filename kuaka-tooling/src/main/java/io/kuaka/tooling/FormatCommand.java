package io.kuaka.tooling;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command in the setting {@code format-command}, which formats files that Kuaka wrote.
 *
 * <p>It runs in a shell in the project's folder; <code>{files}</code> in it stands for the files.
 */
public final class FormatCommand {
    private static final String FILES = "{files}";

    private final Path folder;
    private final String command;

    FormatCommand(Path folder, String command) {
        this.folder = folder;
        this.command = command;
    }

    /**
     * Formats files.
     *
     * @throws FormatFailedException if the command fails; the files stay as they were written
     */
    public void run(List<Path> files) {
        String quoted = files.stream()
                .map(file -> "'" + file.toString().replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        try {
            Process process = new ProcessBuilder("sh", "-c", command.replace(FILES, quoted))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            int code = process.waitFor();
            if (code != 0) {
                throw new FormatFailedException(command, "ended with " + code, output.strip());
            }
        } catch (IOException e) {
            throw new FormatFailedException(command, "can't be run", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FormatFailedException(command, "was interrupted", "");
        }
    }
}

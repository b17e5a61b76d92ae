package io.kuaka.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a process took.
 *
 * @param wall seconds by the clock, which other processes lengthen
 * @param processor seconds of processor time, its own and the system's for it
 * @param peak the most memory that it had, in megabytes, if it has printed that; otherwise 0
 */
record Measured(double wall, double processor, int peak) {
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    /** Prints the most memory that this process had, the JVM's own included, where the system says it. */
    static void printPeak() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            lines.filter(PEAK.asMatchPredicate()).forEach(System.out::println);
        } catch (IOException e) {
            // No Linux.
        }
    }

    /** Runs a command and measures it. Its output is shown only if it fails. */
    static Measured run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path output = Files.createTempFile("kuaka-measured", ".txt");
            List<String> timed = new ArrayList<>(List.of(
                    "bash",
                    "-c",
                    "exec 3>&2; TIMEFORMAT='%R %U %S'; time \"$@\" >\"$0\" 2>&1 3>&-",
                    output.toString()));
            timed.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(timed).directory(folder.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            String[] times = new String(
                            process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .strip()
                    .split(" ", -1);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " has failed:\n" + Files.readString(output));
            }
            Matcher peak = PEAK.matcher(Files.readString(output));
            Files.delete(output);
            return new Measured(
                    Double.parseDouble(times[0]),
                    Double.parseDouble(times[1]) + Double.parseDouble(times[2]),
                    peak.find() ? Integer.parseInt(peak.group(1)) >> 10 : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Prints a line with the ratio to another measurement, by the clock. */
    void print(String what, String than, Measured other) {
        System.out.printf(
                Locale.ROOT,
                "%-52s %7.2f s wall %7.2f s processor %6.2f x %-6s %s%n",
                what,
                wall,
                processor,
                wall / other.wall,
                than,
                peak == 0 ? "" : peak + " MB");
    }
}

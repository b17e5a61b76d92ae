package io.kuaka.cli.report;

import io.kuaka.tooling.doctor.Doctor;
import io.kuaka.tooling.doctor.Finding;
import java.util.List;

/** Prints what {@link Doctor} finds, a line for each subject, or several. */
public record DoctorReport(Console console) {
    /** The width of what is before and after a topic. */
    private static final int BOX = 7;

    /** Prints all, and how many need something to be done. */
    public void findings(Doctor.Result result) {
        List<Finding> findings = result.findings();
        int width =
                findings.stream().mapToInt(each -> each.topic().length()).max().orElse(0);
        findings.forEach(each -> console.result(box(each.status()) + " " + each.topic()
                + " ".repeat(width - each.topic().length() + 2)
                + each.text().replace("\n", "\n" + " ".repeat(width + BOX))));
        long problems = findings.stream()
                .filter(each -> each.status() == Finding.Status.PROBLEM)
                .count();
        console.line(
                switch ((int) problems) {
                    case 0 -> "No problems found.";
                    case 1 -> "1 problem found.";
                    default -> problems + " problems found.";
                });
    }

    private static String box(Finding.Status status) {
        return switch (status) {
            case OK -> "[ok]";
            case NOTHING -> "[--]";
            case PROBLEM -> "[!!]";
        };
    }
}

package io.kuaka.cli;

import io.kuaka.cli.report.Console;
import io.kuaka.cli.report.DoctorReport;
import io.kuaka.tooling.Application;
import io.kuaka.tooling.doctor.Doctor;
import java.time.LocalDate;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@link Doctor} at the command line. */
@Command(
        name = "doctor",
        description = "Shows what was found and where: Java, Hibernate, settings, migrations, models, database.")
final class DoctorCommand extends ProjectCommand {
    DoctorCommand(CliContext context) {
        super(context);
    }

    /** What can't be opened is a finding. */
    @Override
    ExitCode run(Supplier<Application> opening, Console console) {
        Doctor.Result result = new Doctor(context().workspace(), opening)
                .run(new Doctor.Options(LocalDate.now(context().clock())));
        new DoctorReport(console).findings(result);
        return result.isHealthy() ? ExitCode.DONE : ExitCode.ERROR;
    }

    @Override
    ExitCode run(Application application, Console console) {
        return run(() -> application, console);
    }

    @Override
    String findings() {
        return "Some things aren't as Kuaka needs them; see the lines with [!!] above.";
    }
}

package io.kuaka.cli;

import io.kuaka.cli.report.Console;
import io.kuaka.cli.terminal.Confirmation;
import io.kuaka.command.Unlock;
import io.kuaka.recorder.LeaseRow;
import io.kuaka.tooling.Application;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@link Unlock} at the command line. */
@Command(name = "unlock", description = "Shows which run is migrating the database, and ends its lease if you confirm.")
final class UnlockCommand extends ProjectCommand {
    @Option(
            names = {"--noinput", "--no-input"},
            description = "Asks nothing, and ends the lease.")
    private boolean noInput;

    UnlockCommand(CliContext context) {
        super(context);
    }

    @Override
    ExitCode run(Application application, Console console) {
        Unlock command = new Unlock(application.database());
        Unlock.Prepared prepared = command.prepare(new Unlock.Options());
        Optional<LeaseRow> holder = prepared.holder();
        if (holder.isEmpty()) {
            console.result("No run is migrating this database.");
            return ExitCode.DONE;
        }
        console.result("This database is being migrated by " + holder.get().words() + ".");
        Confirmation confirmation = new Confirmation(context().terminal(), noInput);
        if (!confirmation.isPossible() && !noInput) {
            throw new UnconfirmedException("To end its lease, add --noinput. It stops before its next statement.");
        }
        console.line("If its lease ends, it stops before its next statement.");
        if (confirmation.isPossible() && !confirmation.isGiven()) {
            return ExitCode.DONE;
        }
        console.line(command.run(prepared).ended() ? "Its lease has ended." : "It has ended by itself meanwhile.");
        return ExitCode.DONE;
    }
}

package io.kuaka.command;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** A rule about accepted drift doesn't say what, until when and why. Commands end with exit code 2. */
public final class UnusableDriftRuleException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnusableDriftRuleException(String rule) {
        super("The setting \"" + AcceptedDrift.SETTING + "\" has the rule \"" + rule
                + "\". A rule says what differs, until when and why: book.note until 2027-03-31 because REASON.");
    }
}

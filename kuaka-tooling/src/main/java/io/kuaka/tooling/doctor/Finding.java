package io.kuaka.tooling.doctor;

import io.kuaka.base.MigrationException;
import java.util.Objects;

/**
 * What was found about one subject.
 *
 * @param topic the subject in a word, as in {@code Database}
 * @param text what was found, in lines; if it is a problem, with the way out
 */
public record Finding(String topic, Status status, String text) {
    /** Whether something has to be done. */
    public enum Status {
        OK,
        /** There is nothing to look at, as without a database. */
        NOTHING,
        PROBLEM
    }

    static Finding ok(String topic, String text) {
        return new Finding(topic, Status.OK, text);
    }

    static Finding nothing(String topic, String text) {
        return new Finding(topic, Status.NOTHING, text);
    }

    static Finding problem(String topic, MigrationException e) {
        return problem(topic, Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }

    static Finding problem(String topic, String text) {
        return new Finding(topic, Status.PROBLEM, text);
    }
}

package io.kuaka.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/** Brings one kind of case to Kuaka, and Kuaka's answer back. */
public interface ConformanceAdapter {
    /** Returns what Django answered, in words that can be compared. */
    JsonNode expected(ConformanceCase each);

    /**
     * Returns what Kuaka answers, in the same words.
     *
     * @throws NotApplicable when the case asks for something that Kuaka doesn't have, for a reason that is listed
     */
    JsonNode answer(ConformanceCase each) throws Exception;

    /** Says that a case asks for something that Kuaka doesn't have. */
    final class NotApplicable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String reason;

        /** Makes the exception with a name from {@code not-applicable.json}. */
        public NotApplicable(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}

package io.kuaka.cli;

/** The exit codes of the command line. */
enum ExitCode {
    DONE(0),
    /** Something failed, or a check found something. */
    ERROR(1),
    /** An app or option is unknown, or a setting is wrong or missing. */
    USAGE(2),
    /** A question is open. */
    QUESTION(3);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}

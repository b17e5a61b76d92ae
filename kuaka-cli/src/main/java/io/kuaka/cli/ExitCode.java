package io.kuaka.cli;

/** What the command line ends with. */
enum ExitCode {
    DONE(0),
    /** Something failed, or a check found something. */
    ERROR(1),
    /** An unknown app or option, or settings that are wrong or missing. */
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

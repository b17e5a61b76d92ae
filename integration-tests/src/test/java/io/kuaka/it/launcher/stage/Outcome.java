package io.kuaka.it.launcher.stage;

/** What a run of the launcher ended with and printed. */
public record Outcome(int code, String output) {}

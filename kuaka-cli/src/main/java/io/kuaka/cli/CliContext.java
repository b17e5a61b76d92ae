package io.kuaka.cli;

import io.kuaka.tooling.Workspace;
import java.time.Clock;

/** The context of a command: its terminal, its workspace and its clock. */
record CliContext(Terminal terminal, Workspace workspace, Clock clock) {}

package io.kuaka.cli;

import io.kuaka.tooling.Workspace;
import java.time.Clock;

/** What a command finds around itself: who gives it, where it works, and what time it is. */
record CliContext(Terminal terminal, Workspace workspace, Clock clock) {}

package io.kuaka.schema;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;

/** Identifies the session with its process, for databases in files: both end together. Other hosts can't ask. */
public final class LocalProcess implements Sessions {
    private static final String HOST = hostName();

    /** Returns the name of this host. */
    public static String host() {
        return HOST;
    }

    @Override
    public String identity(Connection connection) {
        ProcessHandle own = ProcessHandle.current();
        return HOST + " " + own.pid() + " " + start(own);
    }

    /** The id of a process that has ended may belong to another one now, which started later. */
    @Override
    public Presence presence(Connection connection, String identity) {
        String[] parts = identity.split(" ", -1);
        if (parts.length != 3 || !parts[0].equals(HOST)) {
            return Presence.UNKNOWN;
        }
        Optional<String> start = ProcessHandle.of(Long.parseLong(parts[1])).map(LocalProcess::start);
        return start.filter(parts[2]::equals).isPresent() ? Presence.UNKNOWN : Presence.GONE;
    }

    private static String start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName().replace(' ', '-');
        } catch (UnknownHostException e) {
            return "unknown-host";
        }
    }
}

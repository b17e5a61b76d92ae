package io.kuaka.executor;

import io.kuaka.schema.statement.PlannedStatement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether statements are the same as those that ran before. Java code has no text; its description counts. */
final class StatementChecksum {
    private StatementChecksum() {}

    /** Returns the checksum of a script's first {@code count} statements; of none if it has fewer. */
    static String of(MigrationScript script, int count) {
        MessageDigest digest = sha256();
        if (count <= script.statements().size()) {
            for (PlannedStatement planned : script.statements().subList(0, count)) {
                digest.update(planned.statement().summary().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}

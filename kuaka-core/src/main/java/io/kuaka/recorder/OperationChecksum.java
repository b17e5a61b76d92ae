package io.kuaka.recorder;

import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.CodeAsSourceException;
import io.kuaka.operation.Operation;
import io.kuaka.source.Imports;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells whether a migration's operations are the same as those that were applied.
 *
 * <p>It depends on their values, not on the text of the file. Code has no text: an operation with code counts by its
 * description.
 */
public final class OperationChecksum {
    private OperationChecksum() {}

    /** Returns the checksum of a migration's operations. */
    public static String of(MigrationNode migration) {
        MessageDigest digest = sha256();
        for (Operation operation : migration.operations().get()) {
            digest.update(text(operation).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String text(Operation operation) {
        try {
            return operation.toSource().flat(new Imports());
        } catch (CodeAsSourceException e) {
            return operation.describe();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}

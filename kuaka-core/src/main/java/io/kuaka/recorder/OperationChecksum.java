package io.kuaka.recorder;

import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import io.kuaka.operation.Optimizer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a migration's operations are the same as those that were applied.
 *
 * <p>It is about what they do, not how the file words it, and also about their shortest form, which {@code
 * optimizemigration} writes. Checksums of another {@link #FORMAT} say nothing.
 *
 * @param operations the checksum of the operations as they are
 * @param optimized the checksum of their shortest form
 */
public record OperationChecksum(String operations, String optimized) {
    /** Grows when the same operations get another form, so that a new release doesn't take them for edited. */
    static final int FORMAT = 1;

    private static final int BYTES = 16;
    private static final Pattern TEXT = Pattern.compile(FORMAT + ":([\\w-]+):([\\w-]+)");

    /** Returns the checksum of a migration's operations, without running its code where an index knows it. */
    public static OperationChecksum of(MigrationNode migration) {
        return known(migration).orElseGet(() -> {
            OperationChecksum computed =
                    computed(migration.key().app(), migration.operations().get());
            migration.operations().keepChecksum(computed.text());
            return computed;
        });
    }

    private static Optional<OperationChecksum> known(MigrationNode migration) {
        return migration.operations().knownChecksum().flatMap(OperationChecksum::parse);
    }

    private static OperationChecksum computed(String app, List<Operation> all) {
        String operations = digest(all);
        List<Operation> optimized = Optimizer.optimize(app, all);
        return new OperationChecksum(operations, optimized.equals(all) ? operations : digest(optimized));
    }

    /** Returns the checksum that a text is; empty if it is none of this format. */
    static Optional<OperationChecksum> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches() ? Optional.of(new OperationChecksum(parts.group(1), parts.group(2))) : Optional.empty();
    }

    /** Returns whether a migration's operations are those that have this checksum, or do the same when optimized. */
    public boolean isOf(MigrationNode migration) {
        String now = known(migration)
                .map(OperationChecksum::operations)
                .orElseGet(() -> digest(migration.operations().get()));
        return operations.equals(now) || optimized.equals(of(migration).optimized());
    }

    /** Returns the checksum as the history and an index keep it. */
    public String text() {
        return FORMAT + ":" + operations + ":" + optimized;
    }

    private static String digest(List<Operation> all) {
        byte[] text = OperationForms.of(all).text().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha256(text), BYTES));
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}

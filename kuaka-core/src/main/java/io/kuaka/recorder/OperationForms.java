package io.kuaka.recorder;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The operations of a migration as the history keeps them, to say later what was edited.
 *
 * @param forms what each operation does, in order
 */
public record OperationForms(List<String> forms) {
    private static final String SEPARATOR = "\0";

    public OperationForms {
        forms = List.copyOf(forms);
    }

    /** Returns what the operations of a migration do. */
    public static OperationForms of(MigrationNode migration) {
        return of(migration.operations().get());
    }

    static OperationForms of(List<Operation> operations) {
        return new OperationForms(operations.stream().map(OperationForms::form).toList());
    }

    /** Operations that users add may have no source; their description is all that is known of them then. */
    private static String form(Operation operation) {
        try {
            return operation.form();
        } catch (MigrationException | UnsupportedOperationException e) {
            return operation.describe();
        }
    }

    /** Returns the operations that only one of two migrations has, {@code -} being this one's and {@code +} the other's. */
    public List<String> differencesTo(OperationForms other) {
        int[][] common = commonSuffixes(other);
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < forms.size() || j < other.forms.size()) {
            if (i < forms.size() && j < other.forms.size() && forms.get(i).equals(other.forms.get(j))) {
                i++;
                j++;
            } else if (j == other.forms.size() || (i < forms.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- operation " + (i + 1) + ": " + forms.get(i++));
            } else {
                lines.add("+ operation " + (j + 1) + ": " + other.forms.get(j++));
            }
        }
        return lines;
    }

    /** Returns how many operations the ends of two lists have in common at most, for each pair of places. */
    private int[][] commonSuffixes(OperationForms other) {
        int[][] common = new int[forms.size() + 1][other.forms.size() + 1];
        for (int i = forms.size() - 1; i >= 0; i--) {
            for (int j = other.forms.size() - 1; j >= 0; j--) {
                common[i][j] = forms.get(i).equals(other.forms.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /** Returns all of them as one text. */
    String text() {
        return String.join(SEPARATOR, forms);
    }

    /** Returns them compressed, in letters and digits. */
    String compressed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** Returns what was compressed. */
    static OperationForms decompressed(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        try (InflaterInputStream inflater = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            String all = new String(inflater.readAllBytes(), StandardCharsets.UTF_8);
            return new OperationForms(all.isEmpty() ? List.of() : Arrays.asList(all.split(SEPARATOR, -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.kuaka.base;

/** Measures how different two names are, to suggest what somebody may have meant. */
@Internal
public final class EditDistance {
    /** Of so many characters one may be wrong. */
    private static final int CHARACTERS_PER_ERROR = 3;

    private EditDistance() {}

    /**
     * Returns whether somebody may have typed one name and meant the other: at most a third of the longer one's
     * characters differ, and short names differ in one.
     */
    public static boolean isNear(String some, String other) {
        int longest = Math.max(some.length(), other.length());
        return between(some, other) <= Math.max(1, longest / CHARACTERS_PER_ERROR);
    }

    /** Returns how many characters have to be added, removed or replaced: the Levenshtein distance. */
    public static int between(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}

package io.kuaka.hibernate.entity;

import io.kuaka.state.OnDelete;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the SQL in {@code @ForeignKey(foreignKeyDefinition = …, options = …)} contains besides the columns.
 *
 * @param problem what can't be expressed, in words
 */
record ForeignKeyText(Optional<OnDelete> onDelete, boolean deferred, Optional<String> problem) {
    private static final Pattern KEY = Pattern.compile(
            "^(constraint\\s+\\S+\\s+)?foreign\\s+key\\s*\\([^)]*\\)\\s*references\\s+[^\\s(]+\\s*(\\([^)]*\\))?");
    private static final Pattern ON_DELETE =
            Pattern.compile("\\bon\\s+delete\\s+(no\\s+action|restrict|cascade|set\\s+null|set\\s+default)\\b");
    private static final Pattern DEFERRED = Pattern.compile("\\bdeferrable\\s+initially\\s+deferred\\b");

    static ForeignKeyText of(@Nullable String definition, @Nullable String options) {
        String rest = (plain(definition) + " " + plain(options)).trim();
        Optional<OnDelete> onDelete = Optional.empty();
        Matcher action = ON_DELETE.matcher(rest);
        if (action.find()) {
            onDelete = Optional.of(
                    OnDelete.valueOf(action.group(1).replaceAll("\\s+", "_").toUpperCase(Locale.ROOT)));
            rest = action.replaceFirst("").trim();
        }
        Matcher deferral = DEFERRED.matcher(rest);
        boolean deferred = deferral.find();
        rest = deferred ? deferral.replaceFirst("").trim() : rest;
        return new ForeignKeyText(onDelete, deferred, rest.isEmpty() ? Optional.empty() : Optional.of(problem(rest)));
    }

    private static String plain(@Nullable String sql) {
        String text = sql == null ? "" : sql.trim().toLowerCase(Locale.ROOT);
        return KEY.matcher(text).replaceFirst("").trim();
    }

    private static String problem(String rest) {
        return "the foreign key definition \"" + rest + "\" can't be expressed in a migration. Use only \"on"
                + " delete\" and"
                + " \"deferrable initially deferred\", or use @ForeignKey(ConstraintMode.NO_CONSTRAINT) and create the"
                + " constraint with RunSql.";
    }
}

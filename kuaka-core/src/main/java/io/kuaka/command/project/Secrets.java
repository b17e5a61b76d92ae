package io.kuaka.command.project;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The secrets in a URL and its password, which are hidden wherever a driver repeats them. */
final class Secrets {
    private static final String HIDDEN = "…";

    /** User and password before the host: {@code //user:password@host}, or Oracle's {@code thin:user/password@host}. */
    private static final Pattern LOGIN =
            Pattern.compile("jdbc:(?:[^/@]*//|\\w+:(?:\\w+:)?)([^:/@]*)([:/])(.*)@.*", Pattern.DOTALL);

    private static final Pattern PARAMETER = Pattern.compile(
            "[?&;,(]\\s*\\w*(?:pass|pwd|secret|token|key)\\w*\\s*=([^&;,)]*)", Pattern.CASE_INSENSITIVE);

    /** A secret this short may be part of any word. */
    private static final int SHORT = 4;

    private final Map<String, String> replacements = new LinkedHashMap<>();
    private final @Nullable String user;

    Secrets(String url, @Nullable String user, @Nullable String password) {
        this.user = user;
        replacements.put(url, "the given URL");
        Matcher login = LOGIN.matcher(url);
        if (login.matches()) {
            add(login.group(1) + login.group(2) + login.group(3));
            add(login.group(3));
        }
        Matcher parameter = PARAMETER.matcher(url);
        while (parameter.find()) {
            add(parameter.group(1));
        }
        add(password == null ? "" : password);
    }

    private void add(String secret) {
        if (!secret.isEmpty() && !secret.equals(user)) {
            replacements.put(secret, HIDDEN);
            replacements.put(decoded(secret), HIDDEN);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Returns a text without the secrets. */
    String hiddenIn(String text) {
        String result = text;
        for (String secret : replacements.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            String literal = Pattern.quote(secret);
            String pattern = secret.length() < SHORT ? "(?<![\\p{Alnum}])" + literal + "(?![\\p{Alnum}])" : literal;
            result = result.replaceAll(pattern, Matcher.quoteReplacement(replacements.getOrDefault(secret, HIDDEN)));
        }
        return result;
    }

    /** Returns what a driver threw, or a copy of it without the secrets if it or a cause contains one. */
    SQLException hiddenIn(Exception failure) {
        boolean isSafe = true;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            isSafe &= hiddenIn(each.toString()).equals(each.toString()) && each.getSuppressed().length == 0;
        }
        if (isSafe && failure instanceof SQLException safe) {
            return safe;
        }
        SQLException copy = failure instanceof SQLException sql
                ? new SQLException(
                        hiddenIn(String.valueOf(sql.getMessage())), sql.getSQLState(), sql.getErrorCode(), cause(sql))
                : new SQLException(hiddenIn(failure.toString()), cause(failure));
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }

    private @Nullable Exception cause(Throwable failure) {
        Throwable cause = failure.getCause();
        if (cause == null) {
            return null;
        }
        Exception copy = new Exception(hiddenIn(cause.toString()), cause(cause));
        copy.setStackTrace(cause.getStackTrace());
        return copy;
    }
}

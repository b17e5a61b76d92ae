package io.kuaka.writer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of operations in a migration's file: {@code return List.of(…);} at the end of {@code operations()}.
 *
 * @param start where the arguments begin
 * @param end where they end
 * @param rest comments after the last operation
 */
record OperationList(String text, int start, int end, List<Entry> entries, List<String> rest) {
    private static final Pattern METHOD = Pattern.compile("\\boperations\\s*\\(\\s*\\)\\s*\\{");
    private static final Pattern LIST = Pattern.compile("\\breturn\\s+List\\s*\\.\\s*of\\s*\\(");
    private static final Pattern END = Pattern.compile("\\s*;\\s*}");
    private static final int INDENT = 16;

    /**
     * One operation.
     *
     * @param comments those before it
     * @param remarks those after it on the same line
     */
    record Entry(List<String> comments, String code, List<String> remarks) {
        /** Returns an operation without comments. */
        static Entry of(String code) {
            return new Entry(List.of(), code, List.of());
        }

        /** Returns all comments. */
        List<String> allComments() {
            List<String> all = new ArrayList<>(comments);
            all.addAll(remarks);
            return all;
        }

        /** Returns this operation with more comments before its own. */
        Entry after(List<String> more) {
            List<String> all = new ArrayList<>(more);
            all.addAll(comments);
            return new Entry(all, code, remarks);
        }
    }

    /** Returns the operations of a file; empty if they aren't written in this form. */
    static Optional<OperationList> find(String text) {
        String code = JavaMask.codeOf(text);
        Matcher method = METHOD.matcher(code);
        Matcher list = LIST.matcher(code);
        if (!method.find() || !list.find(method.end())) {
            return Optional.empty();
        }
        int behind = JavaMask.behindClosing(code, list.end() - 1);
        if (!END.matcher(code).region(behind, code.length()).lookingAt()) {
            return Optional.empty();
        }
        return Optional.of(read(text, code, list.end(), behind - 1));
    }

    private static OperationList read(String text, String code, int start, int end) {
        List<int[]> places = places(code, start, end);
        List<Entry> entries = new ArrayList<>();
        List<String> before = new ArrayList<>();
        int last = start;
        for (int i = 0; i <= places.size(); i++) {
            int next = i < places.size() ? places.get(i)[0] : end;
            int line = text.indexOf('\n', last);
            int behind = entries.isEmpty() ? last : Math.min(line < 0 ? next : line, next);
            List<String> remarks = comments(text, last, behind);
            before = comments(text, behind, next);
            if (!entries.isEmpty()) {
                Entry entry = entries.remove(entries.size() - 1);
                entries.add(new Entry(entry.comments(), entry.code(), remarks));
            }
            if (i < places.size()) {
                last = places.get(i)[1];
                entries.add(new Entry(before, text.substring(next, last), List.of()));
            }
        }
        return new OperationList(text, start, end, entries, before);
    }

    /** Returns where the arguments begin and end, without surrounding space. */
    private static List<int[]> places(String code, int start, int end) {
        List<int[]> places = new ArrayList<>();
        int depth = 0;
        int first = -1;
        int last = -1;
        for (int i = start; i <= end; i++) {
            char each = code.charAt(i);
            if (i == end || (depth == 0 && each == ',')) {
                if (first >= 0) {
                    places.add(new int[] {first, last + 1});
                }
                first = -1;
            } else if (!Character.isWhitespace(each)) {
                depth += "([{".indexOf(each) >= 0 ? 1 : ")]}".indexOf(each) >= 0 ? -1 : 0;
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return places;
    }

    private static List<String> comments(String text, int from, int to) {
        List<String> comments = new ArrayList<>();
        int i = from;
        while (i < to) {
            if (text.startsWith("//", i) || text.startsWith("/*", i)) {
                int stop = text.startsWith("//", i) ? text.indexOf('\n', i) : text.indexOf("*/", i + 2) + 2;
                comments.add(text.substring(i, stop).strip());
                i = stop;
            } else {
                i++;
            }
        }
        return comments;
    }

    /** Returns how far operations are indented. */
    int indent() {
        if (entries.isEmpty()) {
            return INDENT;
        }
        int place = text.indexOf(entries.get(0).code(), start);
        int line = text.lastIndexOf('\n', place) + 1;
        return text.substring(line, place).isBlank() ? place - line : INDENT;
    }

    /** Returns the file with other operations. */
    String with(List<Entry> others, List<String> restOfComments) {
        List<String> tail = tail();
        if (tail.isEmpty() || others.isEmpty() || isLast(others.get(others.size() - 1))) {
            return text.substring(0, start) + list(others, restOfComments) + text.substring(end);
        }
        List<Entry> marked = new ArrayList<>(others);
        marked.replaceAll(entry -> isLast(entry) ? new Entry(entry.comments(), entry.code(), tail) : entry);
        List<String> all = new ArrayList<>(restOfComments);
        all.addAll(marked.equals(others) ? tail : List.of());
        int semicolon = JavaMask.codeOf(text).indexOf(';', end);
        return text.substring(0, start)
                + list(marked, all)
                + text.substring(end, semicolon + 1)
                + text.substring(text.indexOf('\n', semicolon));
    }

    /** Returns the comments after the semicolon, which are about the last operation. */
    private List<String> tail() {
        int semicolon = JavaMask.codeOf(text).indexOf(';', end);
        return comments(text, semicolon, Math.max(semicolon, text.indexOf('\n', semicolon)));
    }

    private boolean isLast(Entry entry) {
        return !entries.isEmpty()
                && entry.code().equals(entries.get(entries.size() - 1).code());
    }

    private String list(List<Entry> others, List<String> restOfComments) {
        String line = "\n" + " ".repeat(indent());
        StringBuilder list = new StringBuilder();
        boolean endsInComment = !restOfComments.isEmpty();
        for (int i = 0; i < others.size(); i++) {
            Entry entry = others.get(i);
            boolean isLast = i == others.size() - 1;
            entry.comments().forEach(comment -> list.append(line).append(comment));
            list.append(line).append(entry.code()).append(isLast ? "" : ",");
            entry.remarks().forEach(remark -> list.append(' ').append(remark));
            endsInComment |= isLast && !entry.remarks().isEmpty();
        }
        restOfComments.forEach(comment -> list.append(line).append(comment));
        return list + (endsInComment ? line : "");
    }
}

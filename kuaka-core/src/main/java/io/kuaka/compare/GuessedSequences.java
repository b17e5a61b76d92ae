package io.kuaka.compare;

import io.kuaka.expression.RawSql;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.IdGenerator;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import io.kuaka.state.TypeFamily;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which ids take their numbers from which sequence. A default says it; otherwise names do, as Hibernate and others give
 * them: {@code book_seq}, {@code book_id_seq}.
 */
record GuessedSequences(SchemaNames names, Schema schema) {
    private static final String PART = "(?:\"(?:[^\"]|\"\")+\"|`[^`]+`|\\[[^]]+]|[\\p{L}_][\\p{L}\\p{N}_$#]*)";
    private static final Pattern NAME_PART = Pattern.compile(PART);

    /** The words of all databases: {@code nextval('s.n'::regclass)}, {@code next value for "S"."N"}. */
    private static final Pattern NEXT_NUMBER = Pattern.compile(
            "(?i)\\b(?:nextval\\s*\\([\\s(]*'?|next\\s+value\\s+for\\s+)(" + PART + "(?:\\s*\\.\\s*" + PART + ")*)");

    /** Returns the state with the sequences that its models probably use. */
    ProjectState in(ProjectState state) {
        ProjectState result = state;
        for (ModelKey key : state.models().keySet()) {
            ModelState model = state.model(key);
            List<Field> ids = model.primaryKey();
            Optional<Sequence> sequence =
                    ids.size() == 1 && isNumber(ids.get(0)) ? numbering(model, ids.get(0)) : Optional.empty();
            if (sequence.isPresent()) {
                Sequence stated =
                        sequence.get().withName(names.written(sequence.get().name()));
                ModelKey source = new ModelKey(key.app(), stated.name());
                if (!result.sequences().getOrDefault(source, stated).equals(stated)) {
                    // An app has no two sequences of one name. The default stays, and says which one it is.
                    continue;
                }
                if (!result.sequences().containsKey(source)) {
                    result = result.withSequence(key.app(), stated);
                }
                Field numbered = ids.get(0).withIdGenerator(new IdGenerator.FromSequence(source));
                result = result.updateModel(key, each -> each.withAlteredField(numbered));
            }
        }
        return result;
    }

    private static boolean isNumber(Field field) {
        return field.type() instanceof ColumnType type && type.family() == TypeFamily.INTEGER && !field.isIdentity();
    }

    private Optional<Sequence> numbering(ModelState model, Field id) {
        if (id.defaultValue() == null) {
            return beside(model, id);
        }
        return id.defaultValue() instanceof RawSql words ? named(words.sql()) : Optional.empty();
    }

    /** Returns the sequence that an expression takes the next number of. */
    private Optional<Sequence> named(String sql) {
        Matcher call = NEXT_NUMBER.matcher(sql);
        if (!call.find()) {
            return Optional.empty();
        }
        List<String> parts = NAME_PART
                .matcher(call.group(1))
                .results()
                .map(part -> stateName(part.group()))
                .toList();
        List<Sequence> called = schema.sequences().stream()
                .filter(each -> names.isSame(parts.get(parts.size() - 1), each.name()))
                .toList();
        String wanted = parts.size() == 1 ? null : schemaOf(parts.get(parts.size() - 2));
        Optional<Sequence> there = called.stream()
                .filter(each -> Objects.equals(each.schema(), wanted))
                .findFirst();
        boolean isElsewhere = there.isEmpty() && parts.size() == 1 && called.size() == 1;
        return isElsewhere ? Optional.of(called.get(0)) : there;
    }

    private @Nullable String schemaOf(String name) {
        boolean isOwn = names.grammar().catalogName(name).equals(names.ownSchema());
        return isOwn ? null : names.canonical(name);
    }

    /** Returns a name as states have it: what is quoted in the database's way is in backticks. */
    private static String stateName(String part) {
        return "\"`[".indexOf(part.charAt(0)) < 0
                ? part
                : "`" + part.substring(1, part.length() - 1).replace("\"\"", "\"") + "`";
    }

    /** Returns the sequence that is called as one for the id would be. */
    private Optional<Sequence> beside(ModelState model, Field id) {
        String table = plain(model.table());
        return Stream.of(table + "_seq", table + "_" + plain(id.columns().get(0)) + "_seq")
                .flatMap(usual -> schema.sequences().stream()
                        .filter(each ->
                                plain(each.name()).equals(usual) && Objects.equals(each.schema(), model.schema())))
                .findFirst();
    }

    private static String plain(String name) {
        return name.replace("`", "").toLowerCase(Locale.ROOT);
    }
}

package io.kuaka.impact;

import static io.kuaka.state.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.operation.AlterField;
import io.kuaka.operation.Operation;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.conversion.InconvertibleTypeException;
import io.kuaka.schema.statement.Sql;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import io.kuaka.state.ConversionRules;
import io.kuaka.state.ConversionRules.Verdict;
import io.kuaka.state.Field;
import io.kuaka.state.ProjectState;
import io.kuaka.state.TypeFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds that the rules of conversions, the guards of every database and the words about losses agree on every pair of types. */
class TypeChangesTest {
    private static final List<Field> SHAPES = List.of(
            bool("c"),
            tinyint("c"),
            smallint("c"),
            integer("c"),
            bigint("c"),
            real("c"),
            doublePrecision("c"),
            decimal("c", 4, 1),
            decimal("c", 10, 2),
            decimal("c", 12, 4),
            decimal("c", 38, 2),
            character("c", 3),
            varchar("c", 3),
            varchar("c", 5),
            varchar("c", 10),
            varchar("c", 36),
            varchar("c", 255),
            text("c"),
            clob("c"),
            clob("c", 100),
            nvarchar("c", 10),
            text("c", 100),
            ntext("c"),
            ntext("c", 100),
            longVarbinary("c", 100),
            nclob("c"),
            binary("c", 8),
            binary("c", 16),
            varbinary("c", 40),
            varbinary("c"),
            blob("c"),
            date("c"),
            time("c"),
            time("c", 6),
            timeTz("c"),
            timeUtc("c"),
            timestamp("c"),
            timestamp("c", 0),
            timestampTz("c"),
            instant("c"),
            instant("c", 3),
            duration("c"),
            uuid("c"),
            json("c"),
            xml("c"),
            inet("c"),
            array("c", type(integer(""))),
            enumeration("c", "A", "B"),
            enumeration("c", "A", "B", "CC"),
            ordinal("c", "A", "B"),
            ordinal("c", "B", "A", "CC"),
            nativeEnum("c", "Color", "A", "B"),
            sqlType("c", "citext"));

    /** One change of a type on all databases. */
    private record Change(ColumnType from, ColumnType to) {
        Verdict verdict() {
            return ConversionRules.of(from, to);
        }

        /** Returns the messages of the queries for values that don't fit, on all databases. */
        Set<String> guards() {
            return Dialects.all().stream().flatMap(this::guards).collect(Collectors.toSet());
        }

        private Stream<String> guards(Dialect dialect) {
            SchemaEditor editor = dialect.editor();
            OperationContext context = new OperationContext(dialect, "shop", state(from), state(to));
            editor.begin(0, context);
            new AlterField("Thing", Field.of("c", to)).execute(editor, context);
            return editor.finish().stream()
                    .map(planned -> ((Sql) planned.statement()).violation())
                    .filter(Objects::nonNull)
                    .filter(message -> message.startsWith("Column \"c\""));
        }

        /** Returns on how many databases the change is refused before anything is asked. */
        long refusals() {
            return Dialects.all().stream()
                    .filter(dialect -> {
                        try {
                            guards(dialect);
                            return false;
                        } catch (InconvertibleTypeException e) {
                            return true;
                        }
                    })
                    .count();
        }

        List<DataLoss> losses() {
            ProjectState before = state(from);
            Operation change = new AlterField("Thing", Field.of("c", to));
            return DataLossReader.forward(
                    change, before, state(to), before.models().keySet());
        }

        /** Returns whether no query can tell which values fit, so that the database itself has to refuse the others. */
        boolean isCheckedByDatabaseAlone() {
            return from.family().isOpen()
                    || to.family().isOpen()
                    || to.family() == TypeFamily.XML
                    || (from.family() == TypeFamily.BYTES && to.family() == TypeFamily.TEXT)
                    || (from.family() != TypeFamily.BYTES && to.family() == TypeFamily.BYTES);
        }
    }

    private static ProjectState state(ColumnType type) {
        return ProjectState.empty()
                .withModel("shop", model("Thing").fields(bigint("id").primaryKey(), Field.of("c", type)));
    }

    private static List<Change> changes(Verdict verdict) {
        List<ColumnType> types =
                SHAPES.stream().map(field -> (ColumnType) field.type()).toList();
        List<Change> changes = new ArrayList<>();
        for (ColumnType from : types) {
            types.stream()
                    .map(to -> new Change(from, to))
                    .filter(change -> change.verdict() == verdict)
                    .forEach(changes::add);
        }
        return changes;
    }

    @Test
    void everyKindOfTypeIsTried() {
        assertThat(SHAPES)
                .extracting(field -> ((ColumnType) field.type()).kind())
                .containsAll(EnumSet.allOf(Kind.class));
    }

    @Test
    void aLosslessChangeIsNeitherGuardedNorWarnedOf() {
        assertThat(changes(Verdict.LOSSLESS)).isNotEmpty().allSatisfy(change -> {
            assertThat(change.guards()).isEmpty();
            assertThat(change.losses()).isEmpty();
        });
    }

    @Test
    void aCheckedChangeIsGuardedAndWarnedOf() {
        assertThat(changes(Verdict.CHECKED)).isNotEmpty().allSatisfy(change -> {
            assertThat(change.losses()).isNotEmpty();
            assertThat(change.isCheckedByDatabaseAlone() || !change.guards().isEmpty())
                    .isTrue();
        });
    }

    @Test
    void aRefusedChangeIsRefusedByEveryDatabase() {
        assertThat(changes(Verdict.REFUSED)).isNotEmpty().allSatisfy(change -> {
            assertThat(change.refusals()).isEqualTo(Dialects.all().size());
            assertThat(change.losses()).singleElement().isInstanceOf(DataLoss.InconvertibleType.class);
        });
    }

    @Test
    void wideningLosesNothing() {
        assertThat(List.of(
                        new Change(ColumnType.of(Kind.INTEGER), ColumnType.varchar(255)),
                        new Change(ColumnType.of(Kind.INTEGER), ColumnType.varchar(11)),
                        new Change(ColumnType.of(Kind.INTEGER), ColumnType.of(Kind.DOUBLE)),
                        new Change(ColumnType.of(Kind.INTEGER), ColumnType.decimal(38, 2)),
                        new Change(ColumnType.of(Kind.BOOLEAN), ColumnType.varchar(10)),
                        new Change(ColumnType.varchar(10), ColumnType.sized(Kind.NVARCHAR, 10)),
                        new Change(ColumnType.of(Kind.UUID), ColumnType.varchar(36)),
                        new Change(ColumnType.of(Kind.DATE), ColumnType.of(Kind.TIMESTAMP)),
                        new Change(ColumnType.of(Kind.TIME), ColumnType.of(Kind.TIME_TZ)),
                        new Change(ColumnType.of(Kind.TIME_UTC), ColumnType.of(Kind.TIME)),
                        new Change(ColumnType.of(Kind.TIMESTAMP), ColumnType.of(Kind.TIMESTAMP_UTC))))
                .extracting(Change::verdict)
                .containsOnly(Verdict.LOSSLESS);
    }

    @Test
    void narrowingIsChecked() {
        assertThat(List.of(
                        new Change(ColumnType.of(Kind.INTEGER), ColumnType.varchar(10)),
                        new Change(ColumnType.of(Kind.BIGINT), ColumnType.of(Kind.DOUBLE)),
                        new Change(ColumnType.of(Kind.INTEGER), ColumnType.decimal(10, 2)),
                        new Change(ColumnType.decimal(10, 2), ColumnType.decimal(12, 1)),
                        new Change(ColumnType.of(Kind.TEXT), ColumnType.varchar(255)),
                        new Change(ColumnType.of(Kind.TIMESTAMP), ColumnType.sized(Kind.TIMESTAMP, 3)),
                        new Change(ColumnType.of(Kind.TIME_TZ), ColumnType.of(Kind.TIME)),
                        new Change(ColumnType.of(Kind.TIME_TZ), ColumnType.of(Kind.TIME_UTC)),
                        new Change(ColumnType.sized(Kind.VARBINARY, 40), ColumnType.sized(Kind.VARBINARY, 8))))
                .extracting(Change::verdict)
                .containsOnly(Verdict.CHECKED);
    }

    @Test
    void aFloatingPointNumberMayBeTooLargeForEveryWholeNumber() {
        assertThat(new Change(ColumnType.of(Kind.DOUBLE), ColumnType.of(Kind.BIGINT)).guards())
                .anySatisfy(message -> assertThat(message).contains("too large for its new type"));
    }

    @Test
    void whatMeansSomethingElseIsRefused() {
        assertThat(List.of(
                        new Change(ColumnType.of(Kind.DURATION), ColumnType.of(Kind.TIMESTAMP_UTC)),
                        new Change(ColumnType.of(Kind.BIGINT), ColumnType.of(Kind.UUID)),
                        new Change(ColumnType.of(Kind.JSON), ColumnType.of(Kind.XML)),
                        new Change(ColumnType.of(Kind.TIME), ColumnType.of(Kind.TIMESTAMP))))
                .extracting(Change::verdict)
                .containsOnly(Verdict.REFUSED);
    }

    @Test
    void theDefaultSizeOfATypeIsTheSizeItStates() {
        List<Kind> withSeconds = Arrays.stream(Kind.values())
                .filter(kind -> kind.family().hasSeconds())
                .toList();

        assertThat(withSeconds).allSatisfy(kind -> {
            ColumnType plain = ColumnType.of(kind);
            ColumnType stated = ColumnType.sized(kind, plain.secondDigits());
            assertThat(ConversionRules.of(plain, stated)).isEqualTo(Verdict.LOSSLESS);
            assertThat(ConversionRules.of(stated, plain)).isEqualTo(Verdict.LOSSLESS);
        });
    }
}

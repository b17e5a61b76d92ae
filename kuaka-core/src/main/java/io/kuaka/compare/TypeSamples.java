package io.kuaka.compare;

import io.kuaka.schema.Dialect;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import io.kuaka.state.Field;
import io.kuaka.state.Fields;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** Teaches {@link FoundTypes} where no model says anything: a database shows what it makes of one type of each kind. */
final class TypeSamples {
    private static final ModelKey KEY = new ModelKey("samples", "Sample");

    /** Where a database has one type for two of these, the first is what its column most likely is. */
    private static final List<ColumnType> TYPES = List.of(
            ColumnType.of(Kind.SMALLINT),
            ColumnType.of(Kind.INTEGER),
            ColumnType.of(Kind.BIGINT),
            ColumnType.of(Kind.BOOLEAN),
            ColumnType.of(Kind.TINYINT),
            ColumnType.of(Kind.REAL),
            ColumnType.of(Kind.DOUBLE),
            ColumnType.decimal(10, 2),
            ColumnType.varchar(255),
            ColumnType.of(Kind.TEXT),
            ColumnType.of(Kind.CLOB),
            ColumnType.sized(Kind.CHAR, 1),
            ColumnType.sized(Kind.VARBINARY, 255),
            ColumnType.of(Kind.VARBINARY),
            // As long as no UUID is.
            ColumnType.sized(Kind.BINARY, 17),
            ColumnType.of(Kind.BLOB),
            ColumnType.of(Kind.DATE),
            ColumnType.of(Kind.TIME),
            ColumnType.of(Kind.TIMESTAMP),
            ColumnType.of(Kind.TIMESTAMP_UTC),
            ColumnType.of(Kind.TIME_TZ),
            ColumnType.of(Kind.UUID),
            ColumnType.of(Kind.JSON),
            ColumnType.of(Kind.XML),
            ColumnType.sized(Kind.NVARCHAR, 255),
            ColumnType.of(Kind.NTEXT));

    private TypeSamples() {}

    static FoundTypes on(Dialect dialect, Connection connection) throws SQLException {
        Field[] fields = IntStream.range(0, TYPES.size())
                .mapToObj(i -> Field.of("sample" + i, TYPES.get(i)))
                .toArray(Field[]::new);
        ModelState sample = Fields.model(KEY.name()).table("kuaka_samples").fields(fields);
        ProjectState state = ProjectState.empty().withModel(KEY.app(), sample);
        return FoundTypes.of(SchemaNames.of(dialect, connection), state, Schema.of(dialect, connection, state));
    }
}

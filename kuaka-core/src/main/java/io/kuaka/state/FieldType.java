package io.kuaka.state;

import io.kuaka.source.JavaSource;
import java.util.List;

/** What a field holds: a value of its own, or a reference to another model. */
public sealed interface FieldType permits ColumnType, Reference {
    /** Returns the types of the field's columns; a reference takes them from the fields that it refers to. */
    List<ColumnType> columnTypes(ProjectState state);

    /** Returns the default columns of a field of this type. */
    List<String> defaultColumns(String fieldName);

    /** Returns the factory call in {@link Fields} that makes a field of this type, without any attributes. */
    JavaSource fieldSource(String fieldName);

    /** Returns the field with the attributes of this type appended to its source. */
    JavaSource appendAttributes(JavaSource field);
}

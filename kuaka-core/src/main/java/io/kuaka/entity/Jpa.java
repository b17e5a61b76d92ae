package io.kuaka.entity;

/** The names of classes that entities use. Those of Hibernate are in all lines that Kuaka reads. */
final class Jpa {
    static final String JAKARTA = "jakarta.persistence.";
    static final String HIBERNATE = "org.hibernate.annotations.";
    static final String KUAKA = "io.kuaka.annotations.";
    static final String SQL_TYPES = "org.hibernate.type.SqlTypes";

    private Jpa() {}

    /** Returns an annotation of Jakarta Persistence. */
    static AnnotationText.Annotation jakarta(String name) {
        return AnnotationText.Annotation.of(JAKARTA + name);
    }

    /** Returns an annotation of Hibernate. */
    static AnnotationText.Annotation hibernate(String name) {
        return AnnotationText.Annotation.of(HIBERNATE + name);
    }

    /** Returns Hibernate's annotation that names the type of a column for JDBC. */
    static AnnotationText.Annotation typeCode(String code) {
        return AnnotationText.Annotation.of(HIBERNATE + "JdbcTypeCode", AnnotationText.member(SQL_TYPES, code));
    }
}

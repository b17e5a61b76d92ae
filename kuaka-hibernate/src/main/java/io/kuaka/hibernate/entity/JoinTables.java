package io.kuaka.hibernate.entity;

import io.kuaka.hibernate.draft.Members;
import jakarta.persistence.JoinTable;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;

/** Tells the join table of a to-one association from a secondary table; Hibernate treats both alike. */
final class JoinTables {
    private JoinTables() {}

    /** Returns the association of a table, if it is a join table. */
    static Optional<Property> association(PersistentClass entity, Join join) {
        List<Property> properties = join.getProperties();
        if (properties.size() != 1) {
            return Optional.empty();
        }
        Property property = properties.get(0);
        boolean joinTable = Members.of(entity.getMappedClass(), property.getName())
                .anyMatch((AnnotatedElement member) -> member.isAnnotationPresent(JoinTable.class));
        return joinTable ? Optional.of(property) : Optional.empty();
    }

    /** Returns whether the attribute is an association with a join table. */
    static boolean isAssociationOnly(PersistentClass entity, Property property) {
        return entity.getJoins().stream()
                .filter(join -> join.getTable().equals(property.getValue().getTable()))
                .anyMatch(join -> association(entity, join).isPresent());
    }
}

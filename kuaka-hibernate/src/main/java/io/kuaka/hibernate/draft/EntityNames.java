package io.kuaka.hibernate.draft;

import org.hibernate.mapping.PersistentClass;

/** Names entities as the state does. */
public final class EntityNames {
    private EntityNames() {}

    /** Returns the name that the entity has in JPA, or the last part of its class name. */
    public static String of(PersistentClass entity) {
        String name = entity.getJpaEntityName();
        String full = name == null ? entity.getEntityName() : name;
        return full.substring(full.lastIndexOf('.') + 1);
    }

    /** Returns the entity's name in messages. */
    public static String where(PersistentClass entity) {
        return "Entity \"" + of(entity) + "\"";
    }
}

package io.kuaka.it.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.hibernate.annotations.Bag;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaClass;
import org.hibernate.annotations.CollectionIdJavaType;
import org.hibernate.annotations.CollectionIdJdbcType;
import org.hibernate.annotations.CollectionIdJdbcTypeCode;
import org.hibernate.annotations.CollectionIdType;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.ListIndexJavaType;
import org.hibernate.annotations.ListIndexJdbcType;
import org.hibernate.annotations.ListIndexJdbcTypeCode;
import org.hibernate.annotations.SortNatural;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.LongJavaType;
import org.hibernate.type.descriptor.jdbc.BigIntJdbcType;

/** Bags, lists, sets and arrays, of values, embeddables and entities. */
public final class Collections {
    private Collections() {}

    @Embeddable
    static class Step {
        @Column(length = 200, nullable = false)
        String text;

        int minutes;

        @ManyToOne
        Recipe uses;
    }

    @Entity(name = "Recipe")
    static class Recipe {
        @Id
        @GeneratedValue
        Long id;

        @ElementCollection
        Collection<String> hints;

        @ElementCollection
        @Bag
        List<String> remarks;

        @ElementCollection
        @OrderColumn
        List<String> ordered;

        @ElementCollection
        @OrderColumn(name = "place", nullable = false)
        List<Integer> numbers;

        @ElementCollection
        @OrderColumn(name = "step_number")
        @ListIndexBase(1)
        List<Step> steps;

        @ElementCollection
        @OrderColumn(name = "far")
        @ListIndexJdbcTypeCode(SqlTypes.BIGINT)
        List<String> longer;

        @ElementCollection
        @OrderColumn(name = "further")
        @ListIndexJavaType(LongJavaType.class)
        List<String> longest;

        @ElementCollection
        @Column(length = 50)
        Set<String> tags;

        @ElementCollection
        @SortNatural
        SortedSet<Integer> ratings;

        @ElementCollection
        Set<Step> variants;

        @ElementCollection
        @OrderColumn
        String[] sources;

        @ElementCollection
        @CollectionId(column = @Column(name = "note_id"), generator = "increment")
        @CollectionIdJavaClass(idType = Long.class)
        Collection<String> notes;

        @ElementCollection
        @CollectionId(column = @Column(name = "link_id"), generator = "increment")
        @CollectionIdJavaClass(idType = Integer.class)
        @CollectionIdJdbcTypeCode(SqlTypes.BIGINT)
        Collection<String> links;

        @ElementCollection
        @CollectionId(column = @Column(name = "mark_id"), generator = "increment")
        @CollectionIdJavaType(LongJavaType.class)
        @CollectionIdJdbcType(BigIntJdbcType.class)
        Collection<String> marks;

        @ElementCollection
        @OrderColumn(name = "farthest")
        @ListIndexJdbcType(BigIntJdbcType.class)
        List<String> even;

        @ElementCollection
        @CollectionId(column = @Column(name = "sign_id"), generator = "increment")
        @CollectionIdType(CustomTypes.PlainNumber.class)
        Collection<String> signs;

        @OneToMany
        @OrderColumn(name = "rank_number")
        List<Recipe> sides;

        @OneToMany(mappedBy = "parent")
        @OrderColumn(name = "child_number")
        List<Recipe> children;

        @ManyToOne
        Recipe parent;

        @ManyToMany
        @OrderBy("id")
        @JoinTable(name = "recipe_similar")
        List<Recipe> similar;
    }
}

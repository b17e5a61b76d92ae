package io.kuaka.hibernate;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.expression.Expression;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaType;
import org.hibernate.type.descriptor.java.LongJavaType;
import org.junit.jupiter.api.Test;

/** Collections with tables of their own. */
class CollectionsTest {
    enum Grade {
        GOOD,
        BAD
    }

    @Embeddable
    static class Link {
        @Column(nullable = false)
        String url;

        @ManyToOne
        Tag tag;
    }

    @Embeddable
    static class Contact {
        @ElementCollection
        @CollectionTable(name = "phones")
        Set<String> phones;
    }

    @Entity(name = "Tag")
    static class Tag {
        @Id
        long id;

        @ManyToMany(mappedBy = "tags")
        Set<Post> posts;
    }

    @Entity(name = "Post")
    static class Post {
        @Id
        long id;

        @ManyToMany
        @JoinTable(
                name = "post_tags",
                joinColumns = @JoinColumn(name = "post"),
                inverseJoinColumns = @JoinColumn(name = "tag"))
        Set<Tag> tags;

        @ManyToMany
        @JoinTable(name = "post_ordered")
        @OrderColumn(name = "place")
        List<Tag> ordered;

        @OneToMany
        List<Tag> own;

        @ElementCollection
        List<String> lines;

        @ElementCollection
        List<Link> links;

        @ElementCollection
        @MapKeyColumn(name = "language", length = 5)
        Map<String, String> titles;

        @ElementCollection
        @MapKeyEnumerated(EnumType.STRING)
        Map<Grade, Integer> votes;

        @ElementCollection
        @MapKeyJoinColumn(name = "tag_id")
        Map<Tag, String> remarks;

        @ElementCollection
        @OrderColumn
        String[] words;

        @Embedded
        Contact contact;
    }

    private static final ProjectState STATE = Reading.read(Post.class, Tag.class, Link.class, Contact.class);

    @Test
    void readsOneModelForEachTable() {
        assertThat(STATE.models().keySet().stream().map(ModelKey::name))
                .containsExactly(
                        "Post",
                        "Post.contact.phones",
                        "Post.lines",
                        "Post.links",
                        "Post.ordered",
                        "Post.own",
                        "Post.remarks",
                        "Post.tags",
                        "Post.titles",
                        "Post.votes",
                        "Post.words",
                        "Tag");
        Reading.assertFields(model("Post"), bigint("id").primaryKey());
    }

    @Test
    void readsManyToManyAsASetWithBothSidesAsItsKey() {
        assertThat(model("Post.tags").table()).isEqualTo("post_tags");
        Reading.assertFields(
                model("Post.tags"),
                reference("owner", "hibernate.Post").column("post").primaryKey(),
                reference("element", "hibernate.Tag").column("tag").primaryKey());
    }

    @Test
    void readsAnOrderedManyToMany() {
        ModelState ordered = model("Post.ordered");

        Reading.assertFields(
                ordered,
                integer("index").column("place").primaryKey(),
                reference("owner", "hibernate.Post").column("Post_id").primaryKey(),
                reference("element", "hibernate.Tag").column("ordered_id"));
        Reading.assertConstraints(ordered, check("post_ordered_place_check", Expression.sql("place>=0")));
    }

    @Test
    void readsOneToManyWithAJoinTableAsUnique() {
        Reading.assertFields(
                model("Post.own"),
                reference("owner", "hibernate.Post").column("Post_id"),
                reference("element", "hibernate.Tag").column("own_id").unique());
    }

    @Test
    void readsAListWithoutOrderAsATableWithoutKey() {
        Reading.assertFields(
                model("Post.lines"),
                reference("owner", "hibernate.Post").column("Post_id"),
                varchar("element", 255).column("lines").nullable());
    }

    @Test
    void readsEmbeddableElementsUnderTheirPath() {
        Reading.assertFields(
                model("Post.links"),
                reference("owner", "hibernate.Post").column("Post_id"),
                varchar("element.url", 255),
                reference("element.tag", "hibernate.Tag").nullable());
    }

    @Test
    void readsMaps() {
        Reading.assertFields(
                model("Post.titles"),
                varchar("key", 5).column("language").primaryKey(),
                reference("owner", "hibernate.Post").column("Post_id").primaryKey(),
                varchar("element", 255).column("titles").nullable());
        Reading.assertFields(
                model("Post.votes"),
                reference("owner", "hibernate.Post").column("Post_id").primaryKey(),
                enumeration("key", "GOOD", "BAD").column("votes_KEY").primaryKey(),
                integer("element").column("votes").nullable());
        Reading.assertFields(
                model("Post.remarks"),
                reference("owner", "hibernate.Post").column("Post_id").primaryKey(),
                reference("key", "hibernate.Tag").column("tag_id").primaryKey(),
                varchar("element", 255).column("remarks").nullable());
    }

    @Test
    void readsAnArrayWithAnOrderColumn() {
        Reading.assertFields(
                model("Post.words"),
                integer("index").column("words_ORDER").primaryKey(),
                reference("owner", "hibernate.Post").column("Post_id").primaryKey(),
                varchar("element", 255).column("words").nullable());
    }

    @Test
    void readsACollectionWithinAnEmbeddedAttribute() {
        ModelState phones = model("Post.contact.phones");

        assertThat(phones.table()).isEqualTo("phones");
        Reading.assertConstraints(phones, unique("phones_post_id_phones_key").on("owner", "element"));
    }

    @Entity(name = "Bag")
    static class Bag {
        @Id
        long id;

        @ElementCollection
        @CollectionId(column = @Column(name = "item_id"), generator = "increment")
        @CollectionIdJavaType(LongJavaType.class)
        java.util.Collection<String> items;
    }

    @Test
    void readsABagWithIds() {
        Reading.assertFields(
                Reading.model("Bag.items", Bag.class),
                bigint("id").column("item_id").primaryKey(),
                reference("owner", "hibernate.Bag").column("Bag_id"),
                varchar("element", 255).column("items").nullable());
    }

    @Entity(name = "Animal")
    @Inheritance
    static class Animal {
        @Id
        long id;
    }

    @Entity(name = "Cat")
    static class Cat extends Animal {
        @ElementCollection
        Set<String> toys;
    }

    @Entity(name = "Dog")
    static class Dog extends Animal {
        @ElementCollection
        Set<String> toys;
    }

    @Test
    void keepsCollectionsOfTheSameNameInOneHierarchyApart() {
        assertThat(Reading.read(Animal.class, Cat.class, Dog.class).models().keySet().stream()
                        .map(ModelKey::name))
                .containsExactly("Animal", "Animal.Cat.toys", "Animal.Dog.toys");
    }

    private static ModelState model(String name) {
        return STATE.model(Reading.key(name));
    }
}

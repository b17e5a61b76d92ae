package io.kuaka.hibernate;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.hibernate.boot.NamingStrategyException;
import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.state.ProjectState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Set;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitForeignKeyNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.junit.jupiter.api.Test;

/** Names of tables and columns, by the strategies that applications choose. */
class NamingTest {
    @Entity(name = "BlogPost")
    static class BlogPost {
        @Id
        @GeneratedValue
        Long id;

        String shortTitle;

        @Column(name = "`Exact Name`")
        String exact;

        @ManyToOne
        BlogUser mainAuthor;

        @ManyToMany
        Set<BlogUser> coAuthors;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(name = "fk_given"))
        BlogUser editor;
    }

    @Entity(name = "BlogUser")
    static class BlogUser {
        @Id
        Long id;
    }

    private static final ReaderSettings PLAIN = ReaderSettings.of(BlogPost.class, BlogUser.class);

    @Test
    void followsJpaWhenNothingIsChosen() {
        ProjectState state = Reading.read(PLAIN);

        assertThat(state.model(Reading.key("BlogPost")).table()).isEqualTo("BlogPost");
        assertThat(state.model(Reading.key("BlogPost.coAuthors")).table()).isEqualTo("BlogPost_BlogUser");
    }

    @Test
    void followsSpringsPairByItsNamesWithoutSpring() {
        assertSpringNames(PLAIN.withProperty(
                        "spring.jpa.hibernate.naming.physical-strategy",
                        "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy")
                .withProperty(
                        "spring.jpa.hibernate.naming.implicit-strategy",
                        "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy"));
        assertSpringNames(PLAIN.withProperty(
                        "hibernate.physical_naming_strategy",
                        "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl")
                .withProperty(
                        "hibernate.implicit_naming_strategy",
                        "org.springframework.boot.hibernate.SpringImplicitNamingStrategy"));
    }

    @Test
    void followsSpringsPairWhereSpringBootIsOnTheClassPath() {
        ClassLoader spring = new URLClassLoader(new URL[0], NamingTest.class.getClassLoader()) {
            @Override
            public URL getResource(String name) {
                return name.equals("org/springframework/boot/SpringApplication.class")
                        ? super.getResource("io/kuaka/hibernate/NamingTest.class")
                        : super.getResource(name);
            }
        };

        assertSpringNames(ReaderSettings.of(spring).withClassNames(PLAIN.classNames()));
    }

    private static void assertSpringNames(ReaderSettings settings) {
        ProjectState state = Reading.read(settings);

        assertThat(state.model(Reading.key("BlogPost")).table()).isEqualTo("blog_post");
        assertThat(state.model(Reading.key("BlogPost.coAuthors")).table()).isEqualTo("blog_post_co_authors");
        assertThat(state.sequences().keySet()).containsExactly(Reading.key("blog_post_seq"));
        Reading.assertFields(
                state.model(Reading.key("BlogPost")),
                bigint("id").primaryKey(),
                varchar("shortTitle", 255).column("short_title").nullable(),
                varchar("exact", 255).column("`Exact Name`").nullable(),
                reference("mainAuthor", "hibernate.BlogUser")
                        .column("main_author_id")
                        .nullable(),
                reference("editor", "hibernate.BlogUser").nullable().foreignKey("fk_given"));
    }

    @Test
    void quotesAllNamesWhenHibernateDoes() {
        ProjectState state = Reading.read(PLAIN.withProperty("hibernate.globally_quoted_identifiers", "true"));

        assertThat(state.model(Reading.key("BlogUser")).table()).isEqualTo("`BlogUser`");
        Reading.assertFields(
                state.model(Reading.key("BlogUser")),
                bigint("id").column("`id`").primaryKey());
    }

    @Entity(name = "Plant")
    @Inheritance
    static class Plant {
        @Id
        Long id;
    }

    @Entity(name = "Tree")
    static class Tree extends Plant {
        int height;
    }

    @Test
    void writesHibernatesOwnChecksOverFieldsWhereNamesAreQuoted() {
        ProjectState state = Reading.read(ReaderSettings.of(Plant.class, Tree.class)
                .withProperty("hibernate.globally_quoted_identifiers", "true"));

        Reading.assertConstraints(
                state.model(Reading.key("Plant")),
                check("plant_dtype_check", field("DTYPE").in("Plant", "Tree")),
                check(
                        "plant_check",
                        field("DTYPE").ne("Tree").or(field("height").isNotNull())));
    }

    @Test
    void takesTheDefaultSchema() {
        ProjectState state = Reading.read(PLAIN.withProperty("hibernate.default_schema", "blog"));

        assertThat(state.model(Reading.key("BlogUser")).schema()).isEqualTo("blog");
        assertThat(state.sequence(Reading.key("BlogPost_SEQ")).schema()).isEqualTo("blog");
    }

    public static final class Prefixing extends PhysicalNamingStrategyStandardImpl {
        private static final long serialVersionUID = 1L;

        @Override
        public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment context) {
            return Identifier.toIdentifier("t_" + name.getText());
        }
    }

    public static final class Speaking extends ImplicitNamingStrategyJpaCompliantImpl {
        private static final long serialVersionUID = 1L;

        @Override
        public Identifier determineForeignKeyName(ImplicitForeignKeyNameSource source) {
            Identifier given = source.getUserProvidedIdentifier();
            return given != null
                    ? given
                    : Identifier.toIdentifier(
                            "fk_" + source.getColumnNames().get(0).getText());
        }
    }

    @Test
    void followsTheApplicationsOwnStrategiesAndKeepsTheNamesThatTheyCompose() {
        ProjectState state =
                Reading.read(PLAIN.withProperty("hibernate.physical_naming_strategy", Prefixing.class.getName())
                        .withProperty("hibernate.implicit_naming_strategy", Speaking.class.getName()));

        assertThat(state.model(Reading.key("BlogPost")).table()).isEqualTo("t_BlogPost");
        assertThat(state.model(Reading.key("BlogPost"))
                        .field("mainAuthor")
                        .requireReference()
                        .constraintName())
                .isEqualTo("fk_mainAuthor_id");
    }

    @Test
    void saysWhichStrategyCannotBeMade() {
        HibernateModelReader reader = new HibernateModelReader(
                PLAIN.withProperty("hibernate.physical_naming_strategy", "com.example.Missing"));

        assertThatThrownBy(reader::read)
                .isInstanceOf(NamingStrategyException.class)
                .hasMessageContaining("\"com.example.Missing\"");
    }
}

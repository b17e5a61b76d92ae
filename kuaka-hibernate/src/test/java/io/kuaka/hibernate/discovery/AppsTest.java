package io.kuaka.hibernate.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.hibernate.HibernateModelReader;
import io.kuaka.hibernate.Reading;
import io.kuaka.hibernate.entity.UnassignedTablesException;
import io.kuaka.hibernate.shop.catalog.Author;
import io.kuaka.hibernate.shop.catalog.Book;
import io.kuaka.hibernate.shop.users.Tenant;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which app an entity belongs to. */
class AppsTest {
    private static final ReaderSettings SHOP = ReaderSettings.of(Tenant.class, Author.class, Book.class);

    @Test
    void takesEachPackageOfEntitiesWhenNoAppIsGiven() {
        assertThat(labels(Reading.read(SHOP))).containsExactly("catalog", "users");
    }

    @Test
    void takesTheLongestPackageThatMatches() {
        ProjectState state = Reading.read(SHOP.withApps(
                new AppPackage("shop", "io.kuaka.hibernate.shop"),
                new AppPackage("people", "io.kuaka.hibernate.shop.users")));

        assertThat(labels(state)).containsExactly("people", "shop");
        assertThat(state.model(ModelKey.parse("shop.Book")).field("tenant").refersTo(ModelKey.parse("people.Tenant")))
                .isTrue();
    }

    @Test
    void namesTheTablesWithoutAnAppAndTheWayOut() {
        HibernateModelReader reader =
                new HibernateModelReader(SHOP.withApps(AppPackage.of("io.kuaka.hibernate.shop.catalog")));

        assertThatThrownBy(reader::read)
                .isInstanceOf(UnassignedTablesException.class)
                .hasMessageContaining("\"Tenant\" (entity \"io.kuaka.hibernate.shop.users.Tenant\")")
                .hasMessageContaining("kuaka.default-app");
    }

    @Test
    void putsTheRestIntoTheDefaultApp() {
        ProjectState state = Reading.read(SHOP.withApps(AppPackage.of("io.kuaka.hibernate.shop.catalog"))
                .withOwnership(new TableOwnership("rest", List.of())));

        assertThat(labels(state)).containsExactly("catalog", "rest");
    }

    private static List<String> labels(ProjectState state) {
        return state.models().keySet().stream().map(ModelKey::app).distinct().toList();
    }
}

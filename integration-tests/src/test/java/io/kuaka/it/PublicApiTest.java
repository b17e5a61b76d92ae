package io.kuaka.it;

import static io.kuaka.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import io.kuaka.base.Internal;
import io.kuaka.it.support.PublishedClasses;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds what users may build upon: an addition is a line of a golden file. */
class PublicApiTest {

    private static final List<String> API_PACKAGES = List.of(
            "io.kuaka",
            "io.kuaka.annotations",
            "io.kuaka.base",
            "io.kuaka.data",
            "io.kuaka.data.delete",
            "io.kuaka.data.reference",
            "io.kuaka.data.tenant",
            "io.kuaka.expression",
            "io.kuaka.junit",
            "io.kuaka.migration",
            "io.kuaka.operation",
            "io.kuaka.progress",
            "io.kuaka.routing",
            "io.kuaka.state",
            "io.kuaka.state.fact");

    /** What {@code Operation.execute} changes the database by, where it does so, and what {@code toSource} returns. */
    private static final String[] FOR_AUTHORS_OF_OPERATIONS = {
        "io.kuaka.routing.Placement",
        "io.kuaka.schema.SchemaEditor",
        "io.kuaka.schema.OperationContext",
        "io.kuaka.source.JavaSource"
    };

    @Test
    void aPackageIsApiOrMarkedAsInternal() {
        assertThat(PublishedClasses.ALL).allSatisfy(each -> assertThat(isApiPackage(each))
                .as(each.getPackageName())
                .isEqualTo(API_PACKAGES.contains(each.getPackageName())));
    }

    @Test
    void theTypesThatUsersMayNameAreThese() {
        assertGolden("api/public-types.txt", lines(api().map(JavaClass::getName)));
    }

    /** Whoever only writes migrations needs none of them. */
    @Test
    void signaturesOfTheApiNameNoInternalTypesButThoseForAuthorsOfOperations() {
        Set<String> api = api().map(JavaClass::getName).collect(Collectors.toSet());

        assertThat(api().flatMap(PublicApiTest::signatures))
                .extracting(JavaClass::getBaseComponentType)
                .filteredOn(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .extracting(JavaClass::getName)
                .filteredOn(name -> name.startsWith("io.kuaka.") && !api.contains(name))
                .containsOnly(FOR_AUTHORS_OF_OPERATIONS);
    }

    private static Stream<JavaClass> api() {
        return PublishedClasses.ALL.stream().filter(PublicApiTest::isApi);
    }

    private static boolean isApi(JavaClass each) {
        boolean isOutside = each.getEnclosingClass().map(PublicApiTest::isApi).orElseGet(() -> isApiPackage(each));
        return isOutside && each.getModifiers().contains(JavaModifier.PUBLIC) && !each.isAnnotatedWith(Internal.class);
    }

    private static boolean isApiPackage(JavaClass each) {
        return !each.getPackage().isAnnotatedWith(Internal.class);
    }

    /** Type arguments count, too. */
    private static Stream<JavaClass> signatures(JavaClass each) {
        Stream<JavaType> ofMembers = each.getCodeUnits().stream()
                .filter(PublicApiTest::isForUsers)
                .flatMap(unit -> Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream()));
        return Stream.concat(ofMembers, each.getInterfaces().stream())
                .flatMap(type -> type.getAllInvolvedRawTypes().stream());
    }

    private static boolean isForUsers(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.PUBLIC)
                && !unit.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static String lines(Stream<String> names) {
        SortedSet<String> sorted = names.map(name -> name + "\n").collect(Collectors.toCollection(TreeSet::new));
        return String.join("", sorted);
    }
}

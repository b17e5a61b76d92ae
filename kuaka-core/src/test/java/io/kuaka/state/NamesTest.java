package io.kuaka.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void indexesAreNamedInThirtyCharacters() {
        String name = Names.index("a_table_with_a_long_name", List.of("a_long_column", "another desc"));

        assertThat(name).hasSizeLessThanOrEqualTo(Names.MAX_INDEX_LENGTH).startsWith("a_table_wit_a_long_");
        assertThat(name).isNotEqualTo(Names.index("a_table_with_a_long_name", List.of("a_long_column", "another")));
    }

    @Test
    void ordersAndExpressionsLeaveNothingThatNeedsQuotes() {
        assertThat(Names.index("bill", List.of("amount desc"))).matches("bill_amount_[0-9a-f]{6}_idx");
        assertThat(Names.index("bill", List.of("at asc"))).matches("bill_at_[0-9a-f]{6}_idx");
        assertThat(Names.index("bill", List.of("lower(memo)"))).matches("bill_lower_m_[0-9a-f]{6}_idx");
    }

    @Test
    void constraintsAreNamedAsPostgresqlNamesThem() {
        assertThat(Names.primaryKey("book")).isEqualTo("book_pkey");
        assertThat(Names.unique("book", List.of("tenant_id", "slug"))).isEqualTo("book_tenant_id_slug_key");
        assertThat(Names.foreignKey("`Book`", List.of("author_id"))).isEqualTo("book_author_id_fkey");
    }

    @Test
    void longNamesStayDifferentWhenTheyAreCut() {
        String table = "t".repeat(70);

        assertThat(Names.unique(table, List.of("a"))).hasSize(Names.MAX_LENGTH).endsWith("_key");
        assertThat(Names.unique(table, List.of("a"))).isNotEqualTo(Names.unique(table, List.of("b")));
    }

    @Test
    void namesAreCutByTheirBytes() {
        String table = "größe".repeat(12);

        assertThat(Names.unique(table, List.of("ß")).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(Names.MAX_LENGTH);
        assertThat(Names.index("表".repeat(12), List.of("😀".repeat(9))).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(Names.MAX_INDEX_LENGTH);
        assertThat(Names.index("表".repeat(12), List.of("😀".repeat(9)))).startsWith("表表表_😀_");
    }
}

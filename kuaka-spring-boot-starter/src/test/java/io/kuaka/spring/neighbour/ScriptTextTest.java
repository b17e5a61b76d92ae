package io.kuaka.spring.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptTextTest {
    @Test
    void findsTheTablesThatSqlCreatesChangesAndDrops() {
        assertThat(ScriptText.tables("""
                        create table if not exists shop."Order" (id bigint references customer(id));
                        ALTER TABLE ONLY item ADD title text; drop table `old`;
                        -- create table commented (id bigint);
                        /* alter table also_commented */
                        create index ix on stock (id);
                        create unlogged table cache (id bigint);
                        """)).containsExactly("cache", "item", "old", "order");
    }

    @Test
    void findsThoseOfChangeLogsInAnyForm() {
        assertThat(ScriptText.tables("<createTable tableName=\"Item\"/><dropTable tableName='old'/>"))
                .containsExactly("item", "old");
        assertThat(ScriptText.tables("- renameTable:\n    oldTableName: item\n    newTableName: thing"))
                .containsExactly("item", "thing");
        assertThat(ScriptText.tables("{\"addColumn\": {\"tableName\": \"item\"}}"))
                .containsExactly("item");
    }

    @Test
    void aTableThatAForeignKeyRefersToIsntChanged() {
        assertThat(ScriptText.tables(
                        "<addForeignKeyConstraint baseTableName=\"item\" referencedTableName=\"customer\"/>"))
                .containsExactly("item");
    }

    @Test
    void placesAreFoldersOrTheFoldersOfFiles() {
        assertThat(OtherTool.pattern("classpath:db/migration")).isEqualTo("classpath*:db/migration/**/*");
        assertThat(OtherTool.pattern("classpath:/db/changelog/db.changelog-master.yaml"))
                .isEqualTo("classpath*:db/changelog/**/*");
        assertThat(OtherTool.pattern("filesystem:/opt/{vendor}/sql")).isEqualTo("file:/opt/*/sql/**/*");
        assertThat(OtherTool.pattern("classpath:changes.xml")).isEqualTo("classpath*:/**/*");
    }
}

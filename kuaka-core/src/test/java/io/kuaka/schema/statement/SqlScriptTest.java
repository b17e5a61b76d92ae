package io.kuaka.schema.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.expression.SqlSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptTest {
    @Test
    void splitsAtTheSemicolonsBetweenStatements() {
        assertThat(SqlScript.statements("""
                        -- first
                        update a set b = 1;
                        begin; delete from c where d = 'x;y'; -- done; really
                        """, SqlSyntax.STANDARD))
                .containsExactly("-- first\nupdate a set b = 1", "begin", "delete from c where d = 'x;y'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into \"a;b\" values (';', 'it''s;')",
                "select 1 /* ; */ + 2 -- ;\n + 3",
                "do $body$ begin perform 1; end; $body$",
                "create function f() returns int as $$ begin return 1; end $$ language plpgsql",
                "select E'it\\'s;', $1",
                "create rule r as on insert to a do also (update b set c = 1; delete from d)",
                "create trigger t after insert on a begin update a set n = case when n > 1 then 2 else 3 end; delete from b; end",
                "create or replace procedure p() begin declare i int; if i > 1 then set i = 2; end if; while i < 3 do begin"
                        + " select 1; end; end while; case i when 1 then select 1; end case; end",
                "create definer=`root`@`localhost` trigger t before insert on a for each row begin set new.b = 1; end",
                "create function one() returns int begin atomic select 1; select 2; end"
            })
    void keepsWhatIsOneStatement(String sql) {
        assertThat(SqlScript.statements(sql, SqlSyntax.STANDARD)).containsExactly(sql);
        assertThat(SqlScript.statements(sql + ";\nselect 1;", SqlSyntax.STANDARD))
                .containsExactly(sql, "select 1");
    }

    @Test
    void readsTextsAsTheDatabaseDoes() {
        assertThat(SqlScript.statements("select '\\'; select '\\'", SqlSyntax.STANDARD))
                .containsExactly("select '\\'", "select '\\'");
        assertThat(SqlScript.statements("select '\\'; select '; # don't;\nselect 2", SqlSyntax.BACKSLASHES))
                .containsExactly("select '\\'; select '", "# don't;\nselect 2");
    }

    @Test
    void findsNothingInBlankTextsAndComments() {
        assertThat(SqlScript.statements("", SqlSyntax.STANDARD)).isEmpty();
        assertThat(SqlScript.statements(" ;\n; -- nothing; at all\n /* ; */", SqlSyntax.STANDARD))
                .isEmpty();
        assertThat(SqlScript.statements("/*!40101 set names utf8 */;", SqlSyntax.BACKSLASHES))
                .containsExactly("/*!40101 set names utf8 */");
    }

    /** It is a command of the client, and a syntax error for the server. */
    @ParameterizedTest
    @ValueSource(strings = {"$$", "//", ";;", "|"})
    void endsStatementsOfMysqlWhereTheDelimiterIs(String sign) {
        String trigger = "create trigger t before insert on a for each row begin set new.b = '" + sign + "'; -- " + sign
                + "\n set new.c = new.d /* " + sign + " */ - -1; end";
        String script = "create table a (b int); -- delimiter x\nDELIMITER " + sign + "\n" + trigger + sign
                + "\nselect 1;\n" + sign + "\n  delimiter ; -- as before\nselect 2; select 3";

        assertThat(SqlScript.statements(script, SqlSyntax.BACKSLASHES))
                .containsExactly("create table a (b int)", trigger, "select 1;", "select 2", "select 3");
    }

    @Test
    void aTextMayTellOfDelimiters() {
        String insert = "insert into a values ('\ndelimiter $$\n', \"\\\"\ndelimiter //\n\")";
        assertThat(SqlScript.statements(insert + "; select 1;", SqlSyntax.BACKSLASHES))
                .containsExactly(insert, "select 1");
    }
}

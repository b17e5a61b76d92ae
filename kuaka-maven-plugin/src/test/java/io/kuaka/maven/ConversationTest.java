package io.kuaka.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConversationTest {
    @Test
    void adviceNamesPropertiesInsteadOfOptions() {
        assertThat(Conversation.asProperties(
                        "Error: Pass it with --answers FILE (--write-questions FILE creates one)."))
                .isEqualTo("Pass it with -Dkuaka.answers=FILE (-Dkuaka.write-questions=FILE creates one).");
    }

    @Test
    void commentsOfSqlAreNoOptions() {
        assertThat(Conversation.asProperties("drop table a -- a comment")).isEqualTo("drop table a -- a comment");
    }
}

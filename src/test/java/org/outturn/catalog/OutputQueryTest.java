package org.outturn.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.pipeline.status.OutputState;

class OutputQueryTest {
    @ParameterizedTest
    @ValueSource(strings = {"client:agar", "client:", "pdf  date:2025-11-14", "a:b:c"})
    void aWordWrittenAsATagNeedsTags(String filter) {
        assertThat(filtered(filter).needsTags()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "agar", ":agar", "s3://bucket/key", "https://host:443/x"})
    void otherWordsDoNot(String filter) {
        assertThat(filtered(filter).needsTags()).isFalse();
    }

    @Test
    void anOrderByTagsNeedsThemToo() {
        OutputQuery byTags =
                OutputQuery.ALL.with(
                        new OutputOrder(OutputOrder.Column.TAGS, true), Optional.empty(), "");

        assertThat(byTags.needsTags()).isTrue();
        assertThat(byTags.inScope()).isEqualTo(OutputQuery.ALL);
    }

    @Test
    void theScopeIsTheSameWhateverIsTyped() {
        OutputQuery one =
                OutputQuery.ALL.with(
                        OutputOrder.NEWEST, Optional.of(OutputState.FAILED), "client:agar");

        assertThat(one.inScope()).isEqualTo(filtered("client:other").inScope());
    }

    private static OutputQuery filtered(String filter) {
        return OutputQuery.ALL.with(OutputOrder.NEWEST, Optional.empty(), filter);
    }
}

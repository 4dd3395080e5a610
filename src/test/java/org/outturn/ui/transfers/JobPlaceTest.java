package org.outturn.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.storage.Prefix;

class JobPlaceTest {
    @ParameterizedTest
    @CsvSource({
        "s3://outputs/agar/,   outputs, agar/",
        "s3://outputs/agar,    outputs, agar/",
        "outputs/a b/c/,       outputs, a b/c/",
        "' s3://outputs ',     outputs, ''",
        "outputs/,             outputs, ''",
    })
    void readsAPlace(String typed, String bucket, String prefix) {
        assertThat(JobPlace.parse(typed)).contains(new Prefix(bucket, prefix));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s3://", "s3:///agar/", "https://outputs/agar/", "a", "two words"})
    void whatIsNoPlaceIsNone(String typed) {
        assertThat(JobPlace.parse(typed)).isEmpty();
    }

    @Test
    void whatIsShownIsReadAsTheSame() {
        var place = new Prefix("outputs", "agar/ä/");
        assertThat(JobPlace.parse(place.s3Uri())).contains(place);
    }
}

package org.outturn.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.layouts.LayoutFile.Reading;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ServerUnderTest;
import org.outturn.storage.TestBucket;

/** Layouts in a bucket of the server that the {@code OUTTURN_TEST_*} variables name. */
@EnabledIfEnvironmentVariable(named = "OUTTURN_TEST_ENDPOINT", matches = "http.+")
class GivenServerLayoutTest {
    @Test
    void aBucketBringsItsLayouts(@TempDir Path home) {
        var book = new LayoutBook(home.resolve("layouts"));
        ServerUnderTest server = ServerUnderTest.given(System.getenv()).orElseThrow();
        try (TestBucket bucket = TestBucket.create(server.connection())) {
            assertThat(read(book, bucket).layouts()).as("none").isSameAs(Layouts.SHIPPED);

            put(bucket, LayoutBookTest.layout("theirs", "x"));
            assertThat(read(book, bucket).layouts().recogniser().of("x/1")).isNotNull();

            put(bucket, "{\"format\": 1,");
            assertThat(read(book, bucket).files())
                    .singleElement()
                    .satisfies(
                            file -> assertThat(file.reading()).isInstanceOf(Reading.Broken.class));

            put(bucket, "");
            assertThat(read(book, bucket).files()).singleElement().matches(LayoutFile::isTrouble);

            assertThat(book.leaveBucket().layouts()).isSameAs(Layouts.SHIPPED);
        }
    }

    private static LayoutPage read(LayoutBook book, TestBucket bucket) {
        return book.readBucket(bucket.store(), bucket.name(), Cancellation.never());
    }

    private static void put(TestBucket bucket, String content) {
        bucket.put(LayoutBook.BUCKET_KEY, content.getBytes(StandardCharsets.UTF_8));
    }
}

package org.outturn.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.outturn.sample.LoggedRequest;
import org.outturn.sample.SampleOptions;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/** A listing whose second page does not come, until it is let go. */
class SlowListingWindowTest extends WindowTest {
    private final CountDownLatch letGo = new CountDownLatch(1);

    @Override
    protected SampleOptions options() {
        return SampleOptions.DEFAULTS.withRequestLog(this::hold);
    }

    /** The table lists with a delimiter; the count of the outputs does not, and is not held. */
    private void hold(LoggedRequest request) {
        if (request.parameters().containsAll(List.of("continuation-token", "delimiter"))) {
            try {
                letGo.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    protected void fill() {
        putMany(2_500, i -> "many/%05d".formatted(i));
        put("few/one", "1");
    }

    @BeforeAll
    void open() {
        connect();
    }

    @AfterEach
    void letGo() {
        letGo.countDown();
    }

    @Test
    void stoppingSaysThatItIsNotComplete() {
        window.goTo("s3://" + BUCKET + "/many/");
        Fx.untilThat(
                window.browser()::status,
                text ->
                        Assertions.assertThat(text)
                                .isEqualTo("Listing… 1,000 files, 2.9 KiB so far"));
        assertThat(window.browser().keys()).as("what is there can be seen").hasSize(1_000);

        window.click("#stop");

        Fx.untilThat(
                window.browser()::status,
                text ->
                        Assertions.assertThat(text)
                                .isEqualTo(
                                        "1,000 files, 2.9 KiB (stopped: the listing is not"
                                                + " complete)"));
        Fx.until("the button is gone", () -> !window.isShown("#stop"));
        go("few/").shows("few/one");

        letGo.countDown();
        go("many/");
        assertThat(window.browser().status()).startsWith("2,500 files, 7.3 KiB (complete listing,");
    }
}

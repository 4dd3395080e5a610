package org.outturn.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/** The form of the start page. */
class TypedConnectionWindowTest extends WindowTest {
    private static final SampleKey ALL = SampleKey.of("ALLKEY", "secret-of-all");
    private static final SampleKey NO_LIST =
            SampleKey.of("NOLIST", "secret-of-no-list").denying("s3:ListAllMyBuckets");

    @Override
    protected SampleOptions options() {
        return SampleOptions.DEFAULTS.withKey(ALL).withKey(NO_LIST);
    }

    @Override
    protected void fill() {
        put("hello.txt", "hello");
    }

    @BeforeEach
    void showForm() {
        window.start().show();
    }

    @Test
    void connectsAndForgetsTheSecret() {
        window.start().fill(server).connect();

        window.browser().at(BUCKET, "").shows("hello.txt");
        assertThat(window.start().field("#secretKey")).isEmpty();
        assertThat(window.start().field("#sessionToken")).isEmpty();
        assertThat(window.start().field("#accessKey")).isEqualTo(ALL.accessKey());
    }

    @Test
    void enterInTheSecretConnects() {
        window.start().fill(server);

        window.press(KeyCode.ENTER);

        Fx.until("the start page is left", () -> !window.isShown("#connect"));
        window.browser().at(BUCKET, "").shows("hello.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://host, '', KEY, SECRET, #endpoint, The endpoint should look like https://",
        "not a host, '', KEY, SECRET, #endpoint, The endpoint should look like https://",
        "http://host/?a=b, '', KEY, SECRET, #endpoint, The endpoint should look like https://",
        "http://host, '', ' ', SECRET, #accessKey, The access key is missing.",
        "http://host, '', KEY, '', #secretKey, The secret key is missing."
    })
    void saysWhatIsWrongWithTheForm(
            String endpoint,
            String region,
            String access,
            String secret,
            String field,
            String complaint) {
        window.start().fill(endpoint, region, access, secret).connect();

        Fx.untilThat(
                window.start()::complaint, said -> Assertions.assertThat(said).contains(complaint));
        assertThat(window.start().failure()).isEmpty();
        assertThat(Fx.get(() -> window.scene().getFocusOwner().getId()))
                .isEqualTo(field.substring(1));
    }

    @Test
    void asksForABucketWhenTheyMayNotBeListed() {
        window.start().fill(server.endpoint(), server.region(), NO_LIST).connect();

        assertThat(window.sheet().title()).isEqualTo("Open a bucket");
        assertThat(window.toasts().await("may not list buckets"))
                .contains("s3:ListAllMyBuckets", "Type the name of the bucket");
        window.sheet().type("No Bucket!");
        assertThat(window.sheet().complaint()).contains("A bucket name has 3 to 63");
        window.sheet().answer(BUCKET);

        window.browser().at(BUCKET, "").shows("hello.txt");
    }

    @Test
    void opensTheBucketThatTheFormNames() {
        window.start()
                .fill(server.endpoint(), server.region(), NO_LIST)
                .set("#bucket", BUCKET)
                .connect();

        window.browser().at(BUCKET, "").shows("hello.txt");
        assertThat(window.sheet().isShown()).isFalse();
    }
}

package org.outturn.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.s3.S3Client;

/** Who may ask, and until when. */
interface SignatureContract extends AsksServer {
    @Test
    default void refusesAnUnknownKey() {
        try (S3Client stranger =
                server().client(AwsBasicCredentials.create("NOSUCHKEY00000000000", "x")).build()) {
            refused(403, "InvalidAccessKeyId", stranger::listBuckets);
        }
    }

    @Test
    default void refusesAWrongSecret() {
        String accessKey = server().credentials.accessKeyId();
        try (S3Client impostor =
                server().client(AwsBasicCredentials.create(accessKey, "wrong")).build()) {
            refused(403, "SignatureDoesNotMatch", impostor::listBuckets);
        }
    }

    @Test
    default void refusesNobody() throws Exception {
        String bucket = server().newBucket();
        put(bucket, "a", "text");
        var answer = server().raw().get(server().endpoint.resolve(RawS3.path(bucket, "a")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(RawS3.code(answer)).isEqualTo("AccessDenied");
    }

    @Test
    default void refusesAClockThatIsWrong() throws Exception {
        for (int minutes : new int[] {-16, 16}) {
            var answer =
                    server().raw()
                            .at(Duration.ofMinutes(minutes))
                            .send("GET", "/", Map.of(), Map.of(), new byte[0]);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(RawS3.code(answer)).isEqualTo("RequestTimeTooSkewed");
        }
    }

    @Test
    default void refusesABodyThatIsNotTheOneSigned() throws Exception {
        String bucket = server().newBucket();
        var answer =
                server().raw()
                        .send(
                                "PUT",
                                RawS3.path(bucket, "a"),
                                Map.of(),
                                Map.of(),
                                "signed".getBytes(StandardCharsets.UTF_8),
                                "forged".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RawS3.code(answer)).isEqualTo("XAmzContentSHA256Mismatch");
        refused(404, "", () -> s3().headObject(b -> b.bucket(bucket).key("a")));
    }

    @Test
    default void answersALink() throws Exception {
        String bucket = server().newBucket();
        put(bucket, "a b.txt", "linked");
        URI link = server().raw().link(bucket, "a b.txt", Duration.ofDays(7), Map.of());
        assertThat(server().raw().get(link).body()).asString().isEqualTo("linked");
    }

    @Test
    default void answersALinkUnderTheNameAndTypeItAsksFor() throws Exception {
        String bucket = server().newBucket();
        put(bucket, "a", "linked");
        String disposition = "attachment; filename=\"score.mid\"";
        var asked =
                Map.of(
                        "response-content-disposition",
                        disposition,
                        "response-content-type",
                        "audio/midi");
        URI link = server().raw().link(bucket, "a", Duration.ofHours(1), asked);
        HttpResponse<byte[]> answer = server().raw().get(link);
        assertThat(answer.headers().firstValue("content-disposition")).contains(disposition);
        assertThat(answer.headers().firstValue("content-type")).contains("audio/midi");
    }

    @Test
    default void refusesALinkThatExpired() throws Exception {
        String bucket = server().newBucket();
        put(bucket, "a", "linked");
        URI link =
                server().raw()
                        .at(Duration.ofSeconds(-61))
                        .link(bucket, "a", Duration.ofMinutes(1), Map.of());
        HttpResponse<byte[]> answer = server().raw().get(link);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(RawS3.code(answer)).isEqualTo("AccessDenied");
    }

    @Test
    default void refusesALinkThatWasTamperedWith() throws Exception {
        String bucket = server().newBucket();
        put(bucket, "a", "linked");
        put(bucket, "b", "not linked");
        String link = server().raw().link(bucket, "a", Duration.ofMinutes(5), Map.of()).toString();
        for (String tampered :
                new String[] {
                    link.replace(bucket + "/a", bucket + "/b"),
                    link.replace("X-Amz-Expires=300", "X-Amz-Expires=301"),
                    link + "&response-content-type=text/html"
                }) {
            assertThat(tampered).isNotEqualTo(link);
            HttpResponse<byte[]> answer = server().raw().get(URI.create(tampered));
            assertThat(answer.statusCode()).as(tampered).isEqualTo(403);
            assertThat(RawS3.code(answer)).isEqualTo("SignatureDoesNotMatch");
        }
    }

    @Test
    default void refusesALinkForLongerThanAWeek() throws Exception {
        String bucket = server().newBucket();
        put(bucket, "a", "linked");
        URI link = server().raw().link(bucket, "a", Duration.ofDays(7), Map.of());
        URI longer = URI.create(link.toString().replace("604800", "604801"));
        assertThat(server().raw().get(longer).statusCode()).isIn(400, 403);
    }
}

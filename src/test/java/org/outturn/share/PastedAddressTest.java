package org.outturn.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.share.PastedAddress.Found;
import org.outturn.share.PastedAddress.NotAnAddress;
import org.outturn.share.PastedAddress.SignatureForm;

class PastedAddressTest {
    private static final Optional<URI> MINIO =
            Optional.of(URI.create("http://minio.example.com:9000"));
    private static final String SIGNATURE =
            "5f2c9e8d7b6a50413f2e1d0c9b8a79685f2c9e8d7b6a50413f2e1d0c9b8a7968";
    private static final String V4 =
            "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20251114%2Feu-central-1%2Fs3%2Faws4_request"
                    + "&X-Amz-Date=20251114T011839Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Security-Token=tok"
                    + "&X-Amz-Signature="
                    + SIGNATURE;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "s3://my-bucket/a/b c+d%20e?f#g.pdf | my-bucket | a/b c+d%20e?f#g.pdf | ",
                "s3://my-bucket | my-bucket | `` | ",
                "s3://my-bucket/ | my-bucket | `` | ",
                "S3://my-bucket//x | my-bucket | /x | ",
                "s3a://my-bucket/x | my-bucket | x | ",
                "arn:aws:s3:::my-bucket/a/b:c | my-bucket | a/b:c | ",
                "arn:aws:s3:::my-bucket | my-bucket | `` | ",
                "arn:aws-us-gov:s3:::my-bucket/x | my-bucket | x | ",
                "https://my-bucket.s3.eu-central-1.amazonaws.com/a/b%20c+d%2Be.pdf | my-bucket | a/b c+d+e.pdf | eu-central-1",
                "https://my.dotted.bucket.s3.ap-southeast-2.amazonaws.com/x | my.dotted.bucket | x | ap-southeast-2",
                "https://a.s3.s3.amazonaws.com/x | a.s3 | x | ",
                "https://my-bucket.s3.amazonaws.com | my-bucket | `` | ",
                "https://my-bucket.s3.amazonaws.com/x | my-bucket | x | ",
                "https://s3.eu-central-1.amazonaws.com/my-bucket/a/b | my-bucket | a/b | eu-central-1",
                "https://s3.amazonaws.com/my-bucket/a//b/ | my-bucket | a//b/ | ",
                "https://my-bucket.s3.dualstack.eu-west-1.amazonaws.com/x | my-bucket | x | eu-west-1",
                "https://s3.dualstack.eu-west-1.amazonaws.com/my-bucket/x | my-bucket | x | eu-west-1",
                "https://s3-ap-southeast-2.amazonaws.com/my-bucket/x | my-bucket | x | ap-southeast-2",
                "https://my-bucket.s3-ap-southeast-2.amazonaws.com/x | my-bucket | x | ap-southeast-2",
                "https://my-bucket.s3-accelerate.amazonaws.com/x | my-bucket | x | ",
                "https://my-bucket.s3-accelerate.dualstack.amazonaws.com/x | my-bucket | x | ",
                "https://my-bucket.s3-fips.us-gov-west-1.amazonaws.com/x | my-bucket | x | us-gov-west-1",
                "https://my-bucket.s3.cn-north-1.amazonaws.com.cn/x | my-bucket | x | cn-north-1",
                "https://my-bucket.s3.eu-central-1.amazonaws.com//a/../b | my-bucket | /a/../b | eu-central-1",
                "https://my-bucket.s3.eu-central-1.amazonaws.com/100%.pdf | my-bucket | 100%.pdf | eu-central-1",
                "https://my-bucket.s3.eu-central-1.amazonaws.com/%F0%9F%98%80?versionId=1#top | my-bucket | 😀 | eu-central-1",
                "https://eu-central-1.console.aws.amazon.com/s3/object/my-bucket?region=eu-central-1&bucketType=general&prefix=a/b+c%2Bd.pdf | my-bucket | a/b c+d.pdf | eu-central-1",
                "https://console.aws.amazon.com/s3/object/my-bucket?prefix=a%2Fb.pdf | my-bucket | a/b.pdf | ",
                "https://s3.console.aws.amazon.com/s3/buckets/my-bucket?region=eu-central-1&prefix=a/b/&showversions=false | my-bucket | a/b/ | eu-central-1",
                "https://s3.console.aws.amazon.com/s3/buckets/my-bucket?region=eu-central-1&tab=objects | my-bucket | `` | eu-central-1",
                "https://s3.console.aws.amazon.com/s3/buckets/my-bucket/a/b/ | my-bucket | a/b/ | ",
            })
    void understandsTheFormsOfAws(String text, String bucket, String path, String region) {
        Found found = found(PastedAddress.parse(text));
        assertThat(found.bucket()).isEqualTo(bucket);
        assertThat(found.path()).isEqualTo(path);
        assertThat(found.region()).isEqualTo(Optional.ofNullable(region));
        assertThat(found.endpoint()).isEmpty();
        assertThat(found.signature()).isEqualTo(SignatureForm.NONE);
        assertThat(found.expires()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://minio.example.com:9000/my-bucket/a%20b/c+d.pdf | a b/c+d.pdf",
                "http://MINIO.example.com:9000/my-bucket/x | x",
                "http://my-bucket.minio.example.com:9000/x/y | x/y",
            })
    void understandsUrlsOfTheOwnServer(String text, String path) {
        Found found = found(PastedAddress.parse(text, MINIO));
        assertThat(found.bucket()).isEqualTo("my-bucket");
        assertThat(found.path()).isEqualTo(path);
        assertThat(found.endpoint()).isEqualTo(MINIO);
        assertThat(PastedAddress.parse(text)).isEqualTo(new NotAnAddress());
    }

    @Test
    void anEndpointMayHaveAPathAndNoPort() {
        Optional<URI> gateway = Optional.of(URI.create("https://gateway.example.com/s3/"));
        Found found =
                found(PastedAddress.parse("https://gateway.example.com/s3/my-bucket/x", gateway));
        assertThat(found.bucket()).isEqualTo("my-bucket");
        assertThat(found.path()).isEqualTo("x");
        assertThat(
                        found(
                                        PastedAddress.parse(
                                                "http://gateway.example.com:80/s3/my-bucket/x",
                                                gateway))
                                .path())
                .isEqualTo("x");
        assertThat(PastedAddress.parse("https://gateway.example.com/other/my-bucket/x", gateway))
                .isEqualTo(new NotAnAddress());
        assertThat(PastedAddress.parse("https://gateway.example.com:8443/s3/my-bucket/x", gateway))
                .isEqualTo(new NotAnAddress());
    }

    @Test
    void readsALinkOfTodaysForm() {
        Found found =
                found(
                        PastedAddress.parse(
                                "https://my-bucket.s3.amazonaws.com/parsed/1_a.zip?" + V4));
        assertThat(found.path()).isEqualTo("parsed/1_a.zip");
        assertThat(found.signature()).isEqualTo(SignatureForm.V4);
        assertThat(found.expires()).contains(Instant.parse("2025-11-15T01:18:39Z"));
        assertThat(found.region()).contains("eu-central-1");
    }

    @Test
    void readsALinkOfTheOldForm() {
        Found found =
                found(
                        PastedAddress.parse(
                                "https://my-bucket.s3.amazonaws.com/a%20b.zip?AWSAccessKeyId=AKIDEXAMPLE&Signature=vjbyPxybdZaNmGa%2ByT272YEAiv4%3D&Expires=1751163610"));
        assertThat(found.path()).isEqualTo("a b.zip");
        assertThat(found.signature()).isEqualTo(SignatureForm.V2);
        assertThat(found.expires()).contains(Instant.ofEpochSecond(1_751_163_610));
        assertThat(found.region()).isEmpty();
    }

    @Test
    void aSignedLinkOfAnotherServerIsPathStyle() {
        Found found =
                found(
                        PastedAddress.parse(
                                "https://files.example.org:8443/my-bucket/a/b.zip?" + V4, MINIO));
        assertThat(found.bucket()).isEqualTo("my-bucket");
        assertThat(found.path()).isEqualTo("a/b.zip");
        assertThat(found.endpoint()).contains(URI.create("https://files.example.org:8443"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Amz-Date=2025-11-14&X-Amz-Expires=60&X-Amz-Signature=0",
                "X-Amz-Date=20251114T011839Z&X-Amz-Expires=soon&X-Amz-Signature=0",
                "X-Amz-Date=20251114T011839Z&X-Amz-Expires=9223372036854775807&X-Amz-Signature=0",
                "X-Amz-Date=20251314T011839Z&X-Amz-Expires=60&X-Amz-Signature=0",
                "X-Amz-Signature=0",
                "AWSAccessKeyId=A&Signature=0&Expires=9223372036854775807",
                "AWSAccessKeyId=A&Signature=0&Expires=-1",
                "AWSAccessKeyId=A&Signature=0&Expires=",
            })
    void anUnreadableEndIsUnknown(String query) {
        Found found = found(PastedAddress.parse("https://my-bucket.s3.amazonaws.com/x?" + query));
        assertThat(found.expires()).isEmpty();
        assertThat(found.signature()).isNotEqualTo(SignatureForm.NONE);
    }

    @Test
    void nothingOfASignatureIsKept() {
        String v4 = "https://my-bucket.s3.amazonaws.com/x?" + V4;
        String v2 =
                "https://files.example.org/my-bucket/x?AWSAccessKeyId=AKIDEXAMPLE&Signature=vjbyPx&Expires=1751163610";
        assertThat(PastedAddress.parse(v4).toString())
                .doesNotContain(SIGNATURE, "AKIDEXAMPLE", "tok");
        assertThat(PastedAddress.parse(v2).toString()).doesNotContain("vjbyPx", "AKIDEXAMPLE");
        assertThat(PastedUrl.split(v4).orElseThrow().toString())
                .doesNotContain(SIGNATURE, "AKIDEXAMPLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  s3://my-bucket/a/b.pdf\r\n",
                "\"s3://my-bucket/a/b.pdf\"",
                " 's3://my-bucket/a/b.pdf' ",
                "`s3://my-bucket/a/b.pdf`",
                "<s3://my-bucket/a/b.pdf>",
                "\u201cs3://my-bucket/a/b.pdf\u201d",
                "s3://my-bucket/a/b.pdf\ns3://my-bucket/c.pdf",
                "s3://my-bucket/a/b.pdf\r\nhttps://example.com",
                "<https://my-bucket.s3.amazonaws.com/a/b.pdf>",
                "https://my-bucket.s3.amazonaws.com/a\r\n/b.p\ndf",
            })
    void whatSurroundsAnAddressDoesNotCount(String text) {
        Found found = found(PastedAddress.parse(text));
        assertThat(found.bucket()).isEqualTo("my-bucket");
        assertThat(found.path()).isEqualTo("a/b.pdf");
    }

    @Test
    void quotesKeepABlankAtTheEndOfAKey() {
        assertThat(found(PastedAddress.parse("\"s3://b/key \"")).path()).isEqualTo("key ");
        assertThat(found(PastedAddress.parse("s3://b/it's")).path()).isEqualTo("it's");
        assertThat(found(PastedAddress.parse("s3://b/say \"hi\"")).path()).isEqualTo("say \"hi\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"",
                "report",
                "s3",
                "s3:",
                "s3:/b/k",
                "s3://",
                "s3:///key",
                "s3://no bucket/x",
                "agar/20251114_011839",
                "12:30 report",
                "arn:aws:iam::123456789012:user/x",
                "arn:aws:s3:eu-west-1:123456789012:accesspoint/x",
                "https://",
                "https://example.com",
                "https://example.com/bucket/key",
                "https://example.com/bucket/key?Expires=1751163610&Signature=x&Key-Pair-Id=y",
                "https://ec2.eu-central-1.amazonaws.com/bucket/key",
                "https://s3.amazonaws.com.example.com/bucket/key",
                "https://my-bucket.s3-website-us-east-1.amazonaws.com/x",
                "https://s3.amazonaws.com",
                "https://eu-central-1.console.aws.amazon.com/ec2/home",
                "https://s3.console.aws.amazon.com/s3/home",
                "https://user:pass@my-bucket.s3.amazonaws.com/x",
                "https://my-bucket.s3.amazonaws.com/%FF%FE",
                "https://my bucket.s3.amazonaws.com/x",
                "ftp://s3.amazonaws.com/bucket/key",
                "https://[::1/bucket/key",
            })
    void anythingElseIsWords(String text) {
        assertThat(PastedAddress.parse(text)).isEqualTo(new NotAnAddress());
    }

    @Test
    void aKeyThatIsTooLongIsWords() {
        assertThat(found(PastedAddress.parse("s3://b/" + "é".repeat(512))).path()).hasSize(512);
        assertThat(PastedAddress.parse("s3://b/" + "é".repeat(513))).isEqualTo(new NotAnAddress());
    }

    @Test
    void tellsPrefixesFromWhatMayBeAnObject() {
        assertThat(found(PastedAddress.parse("s3://b/a/")).surelyPrefix()).isTrue();
        assertThat(found(PastedAddress.parse("s3://b/a/")).object()).isEmpty();
        assertThat(found(PastedAddress.parse("s3://b")).object()).isEmpty();
        assertThat(found(PastedAddress.parse("s3://b/a")).object().orElseThrow().key())
                .isEqualTo("a");
        assertThat(found(PastedAddress.parse("s3://b/a")).prefix().value()).isEqualTo("a");
        Found console =
                found(PastedAddress.parse("https://console.aws.amazon.com/s3/buckets/b?prefix=a"));
        assertThat(console.surelyPrefix()).isTrue();
    }

    private static Found found(PastedAddress address) {
        assertThat(address).isInstanceOf(Found.class);
        return (Found) address;
    }
}

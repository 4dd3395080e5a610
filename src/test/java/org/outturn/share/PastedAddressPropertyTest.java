package org.outturn.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.outturn.share.PastedAddress.Found;
import org.outturn.storage.ObjectAddress;

class PastedAddressPropertyTest {
    private static final String UNRESERVED = "-._~";

    @Property
    void anyTextIsReadWithoutFailing(@ForAll("texts") String text) {
        Optional<URI> endpoint = Optional.of(URI.create("http://localhost:9000"));
        assertThat(PastedAddress.parse(text, endpoint)).isNotNull();
        assertThat(PastedAddress.parse(text)).isNotNull();
    }

    @Property
    void anS3UriLeadsBackToItsKey(@ForAll("keys") String key) {
        String uri = new ObjectAddress("my-bucket", key).s3Uri();
        assertThat(path(PastedAddress.parse("\"" + uri + "\""))).isEqualTo(key);
        if (key.equals(key.strip())) {
            assertThat(path(PastedAddress.parse(uri))).isEqualTo(key);
            assertThat(
                            path(
                                    PastedAddress.parse(
                                            ObjectNames.s3Uris(
                                                    List.of(
                                                            new ObjectAddress("my-bucket", key),
                                                            new ObjectAddress(
                                                                    "my-bucket", "other"))))))
                    .isEqualTo(key);
        }
    }

    @Property
    void anEncodedUrlLeadsBackToItsKey(@ForAll("keys") String key) {
        Optional<URI> endpoint = Optional.of(URI.create("http://localhost:9000"));
        List<String> urls =
                List.of(
                        "https://my-bucket.s3.eu-west-1.amazonaws.com/" + encoded(key),
                        "https://s3.eu-west-1.amazonaws.com/my-bucket/" + encoded(key),
                        "http://localhost:9000/my-bucket/" + encoded(key),
                        "https://other.example.org/my-bucket/"
                                + encoded(key)
                                + "?X-Amz-Signature=0",
                        "https://console.aws.amazon.com/s3/object/my-bucket?prefix="
                                + encoded(key));
        for (String url : urls) {
            assertThat(path(PastedAddress.parse(url, endpoint))).as(url).isEqualTo(key);
        }
    }

    private static String path(PastedAddress address) {
        assertThat(address).isInstanceOf(Found.class);
        assertThat(((Found) address).bucket()).isEqualTo("my-bucket");
        return ((Found) address).path();
    }

    /** As SigV4 has it: everything but the unreserved characters and the slash. */
    private static String encoded(String key) {
        StringBuilder text = new StringBuilder();
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) b;
            boolean plain =
                    b > 0
                            && (Character.isLetterOrDigit(c)
                                    || UNRESERVED.indexOf(c) >= 0
                                    || c == '/');
            text.append(plain ? String.valueOf(c) : "%%%02X".formatted(b));
        }
        return text.toString();
    }

    @Provide
    Arbitrary<String> keys() {
        Arbitrary<String> pieces =
                Arbitraries.of(
                        "a", "B", "7", " ", "+", "%", "%20", "%2F", "#", "?", "&", "=", "\"", "'",
                        "\n", "\r", "\t", "/", "//", ".", "..", "é", "e\u0301", "😀", "漢", "\u0001",
                        "\u00a0", "<", ">", "\\", "*", ":", "@");
        Arbitrary<String> any =
                Arbitraries.strings().excludeChars(surrogates()).ofMinLength(1).ofMaxLength(8);
        return Arbitraries.oneOf(pieces, any)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> String.join("", parts))
                .filter(key ->
                        key.getBytes(StandardCharsets.UTF_8).length <= ObjectAddress.MAX_KEY_BYTES);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces =
                Arbitraries.of(
                        "s3://",
                        "https://",
                        "http://",
                        "arn:aws:s3:::",
                        "bucket",
                        ".s3.",
                        "s3",
                        "eu-west-1",
                        ".amazonaws.com",
                        "console.aws.amazon.com/s3/buckets/",
                        "localhost:9000",
                        "/",
                        "?",
                        "&",
                        "prefix=",
                        "%",
                        "%2",
                        "%FF",
                        ":",
                        "X-Amz-Signature=1",
                        "X-Amz-Date=20251114T011839Z",
                        "X-Amz-Expires=",
                        "9",
                        "AWSAccessKeyId=A",
                        "Signature=",
                        "Expires=",
                        "\"",
                        "<",
                        ">",
                        "\n",
                        " ",
                        "[",
                        "]",
                        "@",
                        "-",
                        ".",
                        "#",
                        "\ud800");
        return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    /** A key is Unicode text: half a pair is none. */
    private static char[] surrogates() {
        char[] all = new char[Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1];
        for (int i = 0; i < all.length; i++) {
            all[i] = (char) (Character.MIN_SURROGATE + i);
        }
        return all;
    }
}

package org.outturn.logging;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A secret never comes out, whatever stands around it. */
class SecretRedactorPropertyTest {
    /**
     * The alphabet of secret access keys, with letters enough that no other text holds one by
     * chance.
     */
    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings()
                .withChars("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/+")
                .ofMinLength(16)
                .ofMaxLength(60);
    }

    /** Where secrets stand in what programs write; {@code %s} is the secret. */
    @Provide
    Arbitrary<String> places() {
        return Arbitraries.of(
                "https://s3.example.org/b/k?X-Amz-Signature=%s",
                "https://h/?a=b&Signature=%s&c=d",
                "?X-Amz-Credential=%s&X-Amz-Expires=60",
                "X-Amz-Security-Token: %s\n",
                "x-amz-security-token=[%s]",
                "AWSAccessKeyId=%s&",
                "Authorization: AWS4-HMAC-SHA256 Credential=%s, SignedHeaders=host",
                "aws_secret_access_key = %s\n",
                "aws_secret_access_key=%s\r\n",
                "\"sessionToken\": \"%s\"",
                "'SecretAccessKey' : '%s'",
                "<SessionToken>%s</SessionToken>",
                "http://user:x@h/?%s");
    }

    @Property
    void byItsPlace(
            @ForAll("secrets") String secret,
            @ForAll("places") String place,
            @ForAll String before,
            @ForAll String after) {
        String text = before + "\n" + place.formatted(secret) + "\n" + after;
        assertThat(new SecretRedactor().redact(text)).doesNotContain(secret);
    }

    @Property
    void byBeingKnown(@ForAll String secret, @ForAll String before, @ForAll String after) {
        SecretRedactor redactor = new SecretRedactor();
        redactor.hide(secret);
        String clean = redactor.redact(before + secret + after);
        if (secret.length() >= 4 && !secret.isBlank() && !"[hidden]".contains(secret)) {
            assertThat(clean.replace(SecretRedactor.HIDDEN, "\u0000")).doesNotContain(secret);
        }
    }

    @Property
    void twiceIsOnce(@ForAll("secrets") String secret, @ForAll("places") String place) {
        SecretRedactor redactor = new SecretRedactor();
        String once = redactor.redact(place.formatted(secret));
        assertThat(redactor.redact(once)).isEqualTo(once);
    }
}

package org.outturn.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRedactorTest {
    private final SecretRedactor redactor = new SecretRedactor();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET https://s3.example.org/b/k%20x?X-Amz-Signature=MARK&x=1 failed | GET https://s3.example.org/b/k%20x?[hidden] failed
                    "HTTP://h:9000/k?MARK", next                                       | "HTTP://h:9000/k?[hidden]", next
                    http://user:MARK@h/k                                               | http://[hidden]@h/k
                    b.example.org/k?X-Amz-Credential=MARK%2Fus&X-Amz-Date=20261114     | b.example.org/k?X-Amz-Credential=[hidden]&X-Amz-Date=20261114
                    k?AWSAccessKeyId=MARK&Expires=1&Signature=MARK%3D                  | k?AWSAccessKeyId=[hidden]&Expires=1&Signature=[hidden]
                    x-amz-security-token: MARK+/==                                     | x-amz-security-token: [hidden]
                    {X-Amz-Security-Token=[MARK], Host=[h]}                            | {X-Amz-Security-Token=[hidden], Host=[h]}
                    next%3FX-Amz-Signature%3DMARK                                      | next%3FX-Amz-Signature%3D[hidden]
                    Authorization: AWS4-HMAC-SHA256 Credential=MARK, Signature=MARK    | Authorization: [hidden]
                    "authorization" : "Bearer MARK"                                    | "authorization" : [hidden]
                    aws_secret_access_key = MARK/+=                                    | aws_secret_access_key = [hidden]
                    AWS_SESSION_TOKEN=MARK                                             | AWS_SESSION_TOKEN=[hidden]
                    {"SecretAccessKey":"MARK MARK","Expiration":"soon"}                | {"SecretAccessKey":[hidden],"Expiration":"soon"}
                    <SessionToken>MARK</SessionToken>                                  | <SessionToken>[hidden]</SessionToken>
                    <SignatureProvided>MARK</SignatureProvided>                        | <SignatureProvided>[hidden]</SignatureProvided>
                    secretKey='MARK, MARK' at line 3                                   | secretKey=[hidden] at line 3
                    accessToken="MARK                                                  | accessToken=[hidden]
                    client_secret: MARK; password=MARK                                 | client_secret: [hidden]; password=[hidden]
                    token IQoJb3JpZ2luX2VjMARKMARKMARKMARKMARK== used                  | token [hidden]== used
                    """,
            quoteCharacter = '`')
    void secretsAreKnownByShapeOrName(String text, String expected) {
        String clean = redactor.redact(text);
        assertThat(clean).doesNotContain("MARK").startsWith(expected.replace("]== used", "]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "listed scraper-outputs/agar/20251114_011839 (214 objects, 41.2 GB)",
                "s3://bucket/key with = signs : and ? marks",
                "https://s3.eu-central-1.amazonaws.com/bucket/key",
                "The provided token has expired (ExpiredToken)",
                "no credentials: the profile prod is not there",
                "ETag=\"9b2cf535f27731c974343645a3985328\""
            })
    void otherTextStaysAsItIs(String text) {
        assertThat(redactor.redact(text)).isEqualTo(text);
    }

    @Test
    void aSecretOnTheNextLineIsOneToo() {
        assertThat(redactor.redact("Authorization:\n  Basic MARK\nHost: h"))
                .doesNotContain("MARK")
                .endsWith("\nHost: h");
    }

    static Stream<String> known() {
        return Stream.of("wJalrXUtnFEMI/K7MDENG/bPx", "a+b c=", "$1\\E.*", "minioadmin");
    }

    @ParameterizedTest
    @MethodSource("known")
    void aKnownSecretIsTakenOutInAllItsForms(String secret) {
        redactor.hide(secret);
        String encoded =
                java.net.URLEncoder.encode(secret, java.nio.charset.StandardCharsets.UTF_8);
        String text = "<" + secret + "> <" + encoded + "> <" + encoded.replace("+", "%20") + ">";
        assertThat(redactor.redact(text)).isEqualTo("<[hidden]> <[hidden]> <[hidden]>");
    }

    @Test
    void ofTwoSecretsTheLongerGoesFirst() {
        redactor.hide("secret-1");
        redactor.hide("secret-1-and-more");
        assertThat(redactor.redact("secret-1-and-more secret-1")).isEqualTo("[hidden] [hidden]");
    }

    @Test
    void shortOrBlankTextIsNoSecret() {
        redactor.hide("");
        redactor.hide("     ");
        redactor.hide("abc");
        assertThat(redactor.redact("     abc")).isEqualTo("     abc");
    }

    @Test
    void itDoesNotShowWhatItKnows() {
        redactor.hide("topsecret");
        assertThat(redactor.toString()).doesNotContain("topsecret");
    }
}

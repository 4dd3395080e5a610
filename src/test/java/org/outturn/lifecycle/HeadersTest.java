package org.outturn.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers in which servers tell of expiry and restore. */
class HeadersTest {
    @Test
    void expirationWithRule() {
        assertThat(
                        ExpirationHeader.parse(
                                "expiry-date=\"Fri, 21 Dec 2012 00:00:00 GMT\","
                                        + " rule-id=\"old%20files%2C%20100%25+1\""))
                .contains(
                        new ExpirationHeader(
                                Instant.parse("2012-12-21T00:00:00Z"), "old files, 100%+1"));
    }

    @Test
    void theWrongDayOfTheWeekIsNoObstacle() {
        // as in the S3 API reference: 23 December 2012 was a Sunday
        assertThat(
                        ExpirationHeader.parse(
                                "expiry-date=\"Fri, 23 Dec 2012 00:00:00 GMT\","
                                        + " rule-id=\"picture-deletion-rule\""))
                .contains(
                        new ExpirationHeader(
                                Instant.parse("2012-12-23T00:00:00Z"), "picture-deletion-rule"));
    }

    @Test
    void withoutRuleOrInAnotherOrderOrWithWrongCodes() {
        assertThat(ExpirationHeader.parse("expiry-date=\"Sat, 1 Dec 2012 00:00:00 GMT\""))
                .contains(new ExpirationHeader(Instant.parse("2012-12-01T00:00:00Z"), ""));
        assertThat(
                        ExpirationHeader.parse(
                                "rule-id=\"50%\",expiry-date=\"Sat, 01 Dec 2012 00:00:00 UTC\""))
                .contains(new ExpirationHeader(Instant.parse("2012-12-01T00:00:00Z"), "50%"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "expiry-date=",
                "expiry-date=\"\"",
                "expiry-date=\"soon\", rule-id=\"a\"",
                "expiry-date=\"Fri, 32 Dec 2012 00:00:00 GMT\"",
                "expiry-date=\"Fri, 21 Dec 2012 00:00:00\"",
                "not-expiry-date=\"Fri, 21 Dec 2012 00:00:00 GMT\""
            })
    void whatIsNoExpirationIsNone(String header) {
        assertThat(ExpirationHeader.parse(header)).isEmpty();
    }

    @Property
    void roundTrip(
            @ForAll @StringLength(max = 255) String rule,
            @ForAll @LongRange(min = 0, max = 47_000) long day) {
        String id = new String(rule.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        Instant at = Instant.ofEpochSecond(day * 86_400);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        String header = "expiry-date=\"%s\", rule-id=\"%s\"".formatted(date, encoded);

        assertThat(ExpirationHeader.parse(header)).contains(new ExpirationHeader(at, id));
        assertThat(RestoreHeader.parse("ongoing-request=\"false\", expiry-date=\"" + date + "\""))
                .contains(new RestoreHeader(false, Optional.of(at)));
    }

    @Property
    void anyTextIsReadOrNot(@ForAll String text) {
        ExpirationHeader.parse(text);
        RestoreHeader.parse(text);
        assertThat(ExpirationHeader.parse("expiry-date=\"" + text + "\"")).isEmpty();
    }

    @Test
    void restore() {
        assertThat(RestoreHeader.parse("ongoing-request=\"true\""))
                .contains(new RestoreHeader(true, Optional.empty()));
        assertThat(RestoreHeader.parse("ongoing-request=\"false\""))
                .contains(new RestoreHeader(false, Optional.empty()));
        assertThat(RestoreHeader.parse("ongoing-request=\"perhaps\"")).isEmpty();
        assertThat(RestoreHeader.parse("")).isEmpty();
    }
}

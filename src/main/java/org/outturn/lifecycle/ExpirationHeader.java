package org.outturn.lifecycle;

import java.time.Instant;
import java.util.Optional;

/**
 * The {@code x-amz-expiration} header: {@code expiry-date="Fri, 21 Dec 2012 00:00:00 GMT",
 * rule-id="old%20files"} (S3 API reference, HeadObject).
 *
 * @param rule the rule's id, decoded; empty if the header names none
 */
public record ExpirationHeader(Instant at, String rule) {

    /** Reads a header; empty when it holds no date. */
    public static Optional<ExpirationHeader> parse(String header) {
        String rule = HeaderText.value(header, "rule-id").map(HeaderText::decoded).orElse("");
        return HeaderText.value(header, "expiry-date")
                .flatMap(HeaderText::instant)
                .map(at -> new ExpirationHeader(at, rule));
    }
}

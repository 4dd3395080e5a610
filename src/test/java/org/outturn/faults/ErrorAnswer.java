package org.outturn.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A refusal as S3 words it (S3 API reference, "Error responses").
 *
 * @param status with its reason phrase, for instance {@code 503 Slow Down}
 * @param region the bucket's region, where the refusal is about that
 */
record ErrorAnswer(String status, String code, Optional<String> region) {

    static ErrorAnswer of(String status, String code) {
        return new ErrorAnswer(status, code, Optional.empty());
    }

    static ErrorAnswer elsewhere(String status, String code, String region) {
        return new ErrorAnswer(status, code, Optional.of(region));
    }

    ErrorAnswer withStatus(String other) {
        return new ErrorAnswer(other, code, region);
    }

    void send(Exchange exchange) throws IOException {
        HttpHead head =
                new HttpHead("HTTP/1.1 " + status, List.of("Content-Type: application/xml"));
        if (region.isPresent()) {
            head = head.with("x-amz-bucket-region", region.get());
        }
        exchange.answer(head, document().getBytes(StandardCharsets.UTF_8));
    }

    private String document() {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Error><Code>%s</Code><Message>as the fault proxy was told</Message>%s\
        <RequestId>0000000000000000</RequestId></Error>
        """
                .formatted(code, region.map(r -> "<Region>" + r + "</Region>").orElse(""));
    }
}

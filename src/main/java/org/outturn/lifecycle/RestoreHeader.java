package org.outturn.lifecycle;

import java.time.Instant;
import java.util.Optional;

/**
 * The {@code x-amz-restore} header: {@code ongoing-request="true"}, or {@code
 * ongoing-request="false", expiry-date="Fri, 21 Dec 2012 00:00:00 GMT"} (S3 API reference,
 * HeadObject).
 *
 * @param until when the restored copy goes again; empty while it is not there
 */
public record RestoreHeader(boolean ongoing, Optional<Instant> until) {

    /** Reads a header; empty when it does not say whether the restore is under way. */
    public static Optional<RestoreHeader> parse(String header) {
        Optional<Instant> until =
                HeaderText.value(header, "expiry-date").flatMap(HeaderText::instant);
        return HeaderText.value(header, "ongoing-request")
                .flatMap(ongoing ->
                        switch (ongoing) {
                            case "true" -> Optional.of(new RestoreHeader(true, Optional.empty()));
                            case "false" -> Optional.of(new RestoreHeader(false, until));
                            default -> Optional.empty();
                        });
    }
}

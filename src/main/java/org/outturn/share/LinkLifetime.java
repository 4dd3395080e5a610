package org.outturn.share;

import java.time.Duration;
import org.outturn.pipeline.KeyForms;
import org.outturn.pipeline.OutputKind;
import org.outturn.pipeline.OutputPlaces;
import org.outturn.pipeline.Recognised;
import org.outturn.storage.ObjectAddress;

/**
 * How long a link is asked to work.
 *
 * @param value one second to {@link #MAX}, whole seconds
 */
public record LinkLifetime(Duration value) {
    /** Seven days (S3 user guide, "Sharing objects with presigned URLs"). */
    public static final LinkLifetime MAX = new LinkLifetime(Duration.ofDays(7));

    /** What MonkeyOCR's own API gives for a parsed document: 86,400 s. */
    public static final LinkLifetime PARSED_DOCUMENT = new LinkLifetime(Duration.ofHours(24));

    /** What every other producer gives: 3,600 s. */
    public static final LinkLifetime ORDINARY = new LinkLifetime(Duration.ofHours(1));

    /**
     * @throws IllegalArgumentException if the value is out of range or holds a part of a second
     */
    public LinkLifetime {
        boolean fits =
                value.compareTo(Duration.ofSeconds(1)) >= 0
                        && value.compareTo(Duration.ofDays(7)) <= 0
                        && value.getNano() == 0;
        if (!fits) {
            throw new IllegalArgumentException("a link lasts one second to seven days");
        }
    }

    /**
     * What the object's producer gives: a day for MonkeyOCR's parsed documents, else an hour. The
     * PDF processor puts its documents below {@code parsed/} too, but under a UUID, and gives an
     * hour.
     */
    public static LinkLifetime defaultFor(ObjectAddress address) {
        return OutputPlaces.of(address.key())
                .filter(LinkLifetime::isFromMonkeyOcr)
                .map(parsed -> PARSED_DOCUMENT)
                .orElse(ORDINARY);
    }

    private static boolean isFromMonkeyOcr(Recognised recognised) {
        return recognised.place().kind() == OutputKind.PARSED_DOCUMENTS
                && !KeyForms.isUuid(recognised.output());
    }
}

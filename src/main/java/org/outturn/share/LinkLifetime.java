package org.outturn.share;

import java.time.Duration;
import java.util.Optional;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.pipeline.layout.Recognised;
import org.outturn.storage.ObjectAddress;

/**
 * How long a link is asked to work.
 *
 * @param value one second to {@link #MAX}, whole seconds
 */
public record LinkLifetime(Duration value) {
    /** Seven days (S3 user guide, "Sharing objects with presigned URLs"). */
    public static final LinkLifetime MAX = new LinkLifetime(Duration.ofDays(7));

    /** What most producers give: 3,600 s. */
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

    /** What the object's producer gives, as its layout has it; else an hour. */
    public static LinkLifetime defaultFor(ObjectAddress address, Layouts layouts) {
        Recognised found = layouts.recogniser().of(address.key());
        return Optional.ofNullable(found)
                .flatMap(output -> output.output().linkLifetime())
                .map(LinkLifetime::new)
                .orElse(ORDINARY);
    }
}

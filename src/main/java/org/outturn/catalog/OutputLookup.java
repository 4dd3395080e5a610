package org.outturn.catalog;

import org.outturn.pipeline.status.OutputStatus;

/** What is known of an output beyond the listing. Asked on any thread; answers at once. */
public interface OutputLookup {
    /** What the listing alone tells. */
    OutputLookup LISTING_ONLY =
            new OutputLookup() {
                @Override
                public String name(OutputRow row) {
                    return row.name();
                }

                @Override
                public OutputStatus status(OutputRow row) {
                    return OutputStatus.of(row.bucket());
                }

                @Override
                public long expires(OutputRow row) {
                    return NEVER;
                }

                @Override
                public String tags(OutputRow row) {
                    return "";
                }
            };

    /** What does not expire, or is not known to. */
    long NEVER = Long.MAX_VALUE;

    /** Its name for people. */
    String name(OutputRow row);

    /** How it is by all witnesses that were heard. */
    OutputStatus status(OutputRow row);

    /** When the first of it expires, in milliseconds since 1970 UTC; {@link #NEVER} if not. */
    long expires(OutputRow row);

    /** Its tags as {@code key:value}, a space between them; empty if none are known. */
    String tags(OutputRow row);
}

package org.outturn.catalog;

import org.outturn.pipeline.OutputCounts;

/** Told about one survey, under the rules of {@link CatalogListener}. */
public interface SurveyListener {

    /** What was counted so far; called after each page. */
    void counted(OutputCounts counts);

    /**
     * It is over; {@link Completeness.Partial} with {@link Completeness.Cause#LIMIT} when the
     * bucket holds more objects than were to be counted. The last call.
     */
    void ended(OutputCounts counts, Completeness completeness);
}

package org.outturn.catalog;

/** Told about one survey, under the rules of {@link CatalogListener}. */
public interface SurveyListener {

    /** What was found so far; called after the first page and then a few times a second. */
    void counted(OutputTable outputs);

    /**
     * It is over; {@link Completeness.Partial} with {@link Completeness.Cause#LIMIT} when the
     * bucket holds more objects than were to be counted. The last call.
     */
    void ended(OutputTable outputs, Completeness completeness);
}

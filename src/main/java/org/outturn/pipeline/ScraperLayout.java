package org.outturn.pipeline;

import org.jspecify.annotations.Nullable;

/** Scraper jobs: {@code {prefix}{yyyyMMdd_HHmmss}_{uuid}/{relative path}}. */
final class ScraperLayout implements Layout {
    @Override
    public @Nullable OutputPlace at(KeySegments key, int segment) {
        if (key.isLast(segment)
                || key.length(segment) != KeyForms.JOB_FOLDER_LENGTH
                || !KeyForms.isJobFolder(key.segment(segment))) {
            return null;
        }
        return new OutputPlace(OutputKind.JOBS, key.before(segment));
    }
}

package org.outturn.pipeline;

/** What a pipeline leaves in a bucket, as operators call it; each is a view of its own. */
public enum OutputKind {
    /** A scraper job: one folder {@code yyyyMMdd_HHmmss_uuid}. */
    JOBS("jobs"),
    /** A document parsed by MonkeyOCR, as a ZIP, a folder, or both. */
    PARSED_DOCUMENTS("parsed-documents"),
    /** Text that MonkeyOCR read from one file. */
    OCR_TEXT("ocr-text"),
    /** Formulas that MonkeyOCR read from one file. */
    OCR_FORMULA("ocr-formula"),
    /** Tables that MonkeyOCR read from one file. */
    OCR_TABLE("ocr-table"),
    /** Files that users handed in: {@code uploads/}, {@code audio/}. */
    UPLOADS("uploads"),
    /** Finished transcriptions and scores: {@code processed/}, {@code exports/}. */
    PROCESSED("processed"),
    /** A document handed to the PDF processor, with what came of it. */
    REQUESTS("requests"),
    /** Videos by day: {@code temp/videos/yyyy/MM/dd/}. */
    VIDEOS("videos"),
    /** Everything else below {@code temp/}. */
    TEMPORARY("temporary");

    private final String id;

    OutputKind(String id) {
        this.id = id;
    }

    /** Its name in layout files, for instance {@code ocr-text}. */
    public String id() {
        return id;
    }
}

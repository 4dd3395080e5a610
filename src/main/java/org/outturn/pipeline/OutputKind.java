package org.outturn.pipeline;

/** What a pipeline leaves in a bucket, as operators call it. Texts are looked up by message key. */
public enum OutputKind {
    /** A scraper job: one folder {@code yyyyMMdd_HHmmss_uuid}. */
    JOBS("output.jobs"),
    /** A document parsed by MonkeyOCR (ZIP or folder) or by the PDF processor (folder). */
    PARSED_DOCUMENTS("output.parsedDocuments"),
    /** Text that MonkeyOCR read from one file. */
    OCR_TEXT("output.ocrText"),
    /** Formulas that MonkeyOCR read from one file. */
    OCR_FORMULA("output.ocrFormula"),
    /** Tables that MonkeyOCR read from one file. */
    OCR_TABLE("output.ocrTable"),
    /** Files that users handed in: {@code uploads/}. */
    UPLOADS("output.uploads"),
    /** Finished transcriptions: {@code processed/}. */
    PROCESSED("output.processed"),
    /**
     * Documents waiting for the PDF processor, or left behind: {@code raw/}, {@code documents/}.
     */
    RAW("output.raw"),
    /** Results that were too large for a message: {@code results/}. */
    RESULTS("output.results"),
    /** Recordings handed in for transcription: {@code audio/}. */
    AUDIO("output.audio"),
    /** Scores made from recordings: {@code exports/}. */
    EXPORTS("output.exports"),
    /** Videos by day: {@code temp/videos/yyyy/MM/dd/}. */
    VIDEOS("output.videos"),
    /** Everything else below {@code temp/}. */
    TEMPORARY("output.temporary");

    private final String messageKey;

    OutputKind(String messageKey) {
        this.messageKey = messageKey;
    }

    /** The key of its plain name in the message bundle, for instance {@code output.jobs}. */
    public String messageKey() {
        return messageKey;
    }
}

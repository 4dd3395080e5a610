package org.outturn.orphans;

import java.util.Locale;

/** What was left behind, in the order in which it is shown. */
public enum OrphanKind {
    /** The input of a PDF request that has its result: the processor deletes it on errors only. */
    FINISHED_INPUT,
    /** Older exports of a drum transcription that was exported again. */
    OLDER_EXPORT,
    /** Temporary files of a transcription that is finished. */
    FINISHED_TEMPORARY,
    /** An upload in parts that was begun and never ended. */
    BROKEN_UPLOAD,
    /** The input of a PDF request that nothing came of. */
    INPUT_WITHOUT_RESULT,
    /** Exports of a transcription that no upload is known for. */
    EXPORT_WITHOUT_UPLOAD;

    /** For instance {@code leftover.kind.finished_input}. */
    public String messageKey() {
        return "leftover.kind." + name().toLowerCase(Locale.ROOT);
    }
}

package org.outturn.pipeline;

import java.util.Locale;

/** The systems whose outputs are known. */
public enum Producer {
    MONKEY_OCR,
    SCRAPER,
    PDF,
    DRUMS,
    VIDEOS;

    /** For instance {@code producer.monkey_ocr}. */
    public String messageKey() {
        return "producer." + name().toLowerCase(Locale.ROOT);
    }
}

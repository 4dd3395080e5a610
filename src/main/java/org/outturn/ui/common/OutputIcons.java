package org.outturn.ui.common;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.outturn.pipeline.OutputKind;

/** Which icon stands for which kind of outputs. */
public final class OutputIcons {
    private OutputIcons() {}

    public static Ikon of(OutputKind kind) {
        return switch (kind) {
            case JOBS -> MaterialDesignB.BRIEFCASE_OUTLINE;
            case PARSED_DOCUMENTS -> MaterialDesignF.FILE_DOCUMENT_MULTIPLE_OUTLINE;
            case OCR_TEXT -> MaterialDesignT.TEXT_RECOGNITION;
            case OCR_FORMULA -> MaterialDesignS.SIGMA;
            case OCR_TABLE -> MaterialDesignT.TABLE;
            case UPLOADS -> MaterialDesignT.TRAY_ARROW_UP;
            case PROCESSED -> MaterialDesignC.CHECK_ALL;
            case REQUESTS -> MaterialDesignC.CLIPBOARD_CHECK_OUTLINE;
            case VIDEOS -> MaterialDesignV.VIDEO_OUTLINE;
            case TEMPORARY -> MaterialDesignT.TIMER_SAND;
        };
    }
}

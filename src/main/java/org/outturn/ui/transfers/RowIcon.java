package org.outturn.ui.transfers;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.outturn.transfer.TransferState;

/** The symbols of the panel. */
final class RowIcon {
    private RowIcon() {}

    /** Which way it goes, and whether it is a folder. */
    static Ikon of(PanelRow row) {
        boolean folder = row instanceof PanelRow.Folder;
        return switch (row.direction()) {
            case UPLOAD -> folder ? MaterialDesignF.FOLDER_UPLOAD : MaterialDesignT.TRAY_ARROW_UP;
            case DOWNLOAD ->
                    folder ? MaterialDesignF.FOLDER_DOWNLOAD : MaterialDesignT.TRAY_ARROW_DOWN;
            case COPY -> MaterialDesignC.CONTENT_COPY;
            case MOVE -> folder ? MaterialDesignF.FOLDER_MOVE : MaterialDesignF.FILE_MOVE;
            case DELETE -> MaterialDesignT.TRASH_CAN_OUTLINE;
            case TAG -> folder ? MaterialDesignT.TAG_MULTIPLE_OUTLINE : MaterialDesignT.TAG_OUTLINE;
        };
    }

    static Ikon of(TransferState state) {
        return switch (state) {
            case WAITING -> MaterialDesignC.CLOCK_OUTLINE;
            case RUNNING -> MaterialDesignP.PROGRESS_CLOCK;
            case PAUSED -> MaterialDesignP.PAUSE_CIRCLE_OUTLINE;
            case DONE -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case SKIPPED -> MaterialDesignM.MINUS_CIRCLE_OUTLINE;
            case FAILED -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
            case CANCELLED -> MaterialDesignC.CANCEL;
        };
    }

    static Ikon of(RowCommand command) {
        return switch (command) {
            case PAUSE -> MaterialDesignP.PAUSE;
            case RESUME -> MaterialDesignP.PLAY;
            case RETRY -> MaterialDesignR.REPLAY;
            case FIRST -> MaterialDesignA.ARROW_COLLAPSE_UP;
            case CANCEL -> MaterialDesignC.CLOSE;
        };
    }
}

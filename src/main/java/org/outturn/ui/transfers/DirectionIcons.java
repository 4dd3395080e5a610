package org.outturn.ui.transfers;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.outturn.transfer.Direction;

/** What stands before a transfer's name. */
final class DirectionIcons {
    private DirectionIcons() {}

    static Ikon of(Direction direction) {
        return switch (direction) {
            case UPLOAD -> MaterialDesignT.TRAY_ARROW_UP;
            case DOWNLOAD -> MaterialDesignT.TRAY_ARROW_DOWN;
            case COPY -> MaterialDesignC.CONTENT_COPY;
            case MOVE -> MaterialDesignF.FILE_MOVE_OUTLINE;
            case DELETE -> MaterialDesignD.DELETE_OUTLINE;
        };
    }
}

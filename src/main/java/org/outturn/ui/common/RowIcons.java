package org.outturn.ui.common;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignZ;

/** Which icon stands for which file, by the end of its name. */
public final class RowIcons {
    private RowIcons() {}

    public static Ikon folder() {
        return MaterialDesignF.FOLDER_OUTLINE;
    }

    public static Ikon forName(String name) {
        int dot = name.lastIndexOf('.');
        String extension =
                dot < 0 ? name.substring(name.lastIndexOf('_') + 1) : name.substring(dot + 1);
        return switch (extension.toLowerCase(Locale.ROOT)) {
            case "pdf" -> MaterialDesignF.FILE_PDF_BOX;
            case "png", "jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff" ->
                    MaterialDesignF.FILE_IMAGE_OUTLINE;
            case "md", "txt", "log", "csv", "html", "xml" -> MaterialDesignF.FILE_DOCUMENT_OUTLINE;
            case "json", "jsonl" -> MaterialDesignC.CODE_JSON;
            case "zip", "gz", "tar", "7z" -> MaterialDesignZ.ZIP_BOX_OUTLINE;
            case "mp3", "wav", "m4a", "flac", "ogg" -> MaterialDesignF.FILE_MUSIC_OUTLINE;
            case "mid", "midi", "musicxml" -> MaterialDesignM.MUSIC_NOTE_OUTLINE;
            case "mp4", "webm", "mkv", "mov" -> MaterialDesignF.FILE_VIDEO_OUTLINE;
            default -> MaterialDesignF.FILE_OUTLINE;
        };
    }
}

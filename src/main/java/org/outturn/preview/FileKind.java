package org.outturn.preview;

import java.util.List;
import java.util.Locale;

/**
 * What a file is. The plain name of each lies in the message bundle under {@link #messageKey()}.
 */
public enum FileKind {
    TEXT("text", "txt", "log", "csv", "tsv", "xml", "musicxml", "html", "htm", "svg", "yaml"),
    JSON_LINES("jsonLines", "jsonl", "ndjson"),
    JSON("json", "json", "geojson"),
    MARKDOWN("markdown", "md", "markdown"),

    PNG("png", "png"),
    JPEG("jpeg", "jpg", "jpeg"),
    GIF("gif", "gif"),
    BMP("bmp", "bmp"),
    WEBP("webp", "webp"),
    TIFF("tiff", "tif", "tiff"),
    HEIC("heic", "heic", "heif"),
    AVIF("avif", "avif"),

    PDF("pdf", "pdf"),
    WORD("word", "docx", "doc"),
    SPREADSHEET("spreadsheet", "xlsx", "xls", "ods"),
    PRESENTATION("presentation", "pptx", "ppt", "odp"),

    MIDI("midi", "mid", "midi"),
    MP3("mp3", "mp3"),
    WAV("wav", "wav"),
    M4A("m4a", "m4a"),
    FLAC("flac", "flac"),
    OGG("ogg", "ogg", "oga", "opus"),

    MP4("mp4", "mp4", "m4v", "mov"),
    WEBM("webm", "webm"),
    MATROSKA("matroska", "mkv"),
    AVI("avi", "avi"),

    COMPRESSED_SCORE("compressedScore", "mxl"),
    ZIP("zip", "zip"),
    GZIP("gzip", "gz"),
    SEVEN_ZIP("sevenZip", "7z"),
    TAR("tar", "tar"),
    PARQUET("parquet", "parquet"),
    SQLITE("sqlite", "sqlite", "db"),
    BINARY("binary");

    private final String key;
    private final List<String> extensions;

    FileKind(String key, String... extensions) {
        this.key = key;
        this.extensions = List.of(extensions);
    }

    /** {@code fileKind.<key>} in the message bundle, for instance {@code fileKind.pdf}. */
    public String messageKey() {
        return "fileKind." + key;
    }

    /** Whether JavaFX shows it as a picture. */
    public boolean isShownAsImage() {
        return this == PNG || this == JPEG || this == GIF || this == BMP;
    }

    boolean isText() {
        return this == TEXT || this == JSON_LINES || this == JSON || this == MARKDOWN;
    }

    /** A format that lies in a ZIP. */
    boolean isKindOfZip() {
        return this == WORD
                || this == SPREADSHEET
                || this == PRESENTATION
                || this == COMPRESSED_SCORE;
    }

    /**
     * What a name promises by its extension.
     *
     * @return {@link #BINARY} when it promises nothing
     */
    static FileKind ofName(String name) {
        int dot = name.lastIndexOf('.');
        String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        for (FileKind kind : values()) {
            if (dot >= 0 && kind.extensions.contains(extension)) {
                return kind;
            }
        }
        return BINARY;
    }
}

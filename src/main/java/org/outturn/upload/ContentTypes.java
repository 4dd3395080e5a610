package org.outturn.upload;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.outturn.storage.NumberedName;

/**
 * The Content-Type of a file by its extension. A table of our own, because what the platform says
 * differs from one computer to the next. Types are those of the IANA registry where it has one;
 * {@code .mid} and {@code .musicxml} are as the drum transcription stores them.
 */
public final class ContentTypes {
    private static final String UNKNOWN = "application/octet-stream";

    private static final Map<String, String> BY_EXTENSION =
            Map.ofEntries(
                    entry("aac", "audio/aac"),
                    entry("avif", "image/avif"),
                    entry("bmp", "image/bmp"),
                    entry("css", "text/css; charset=utf-8"),
                    entry("csv", "text/csv; charset=utf-8"),
                    entry(
                            "docx",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                    entry("flac", "audio/flac"),
                    entry("gif", "image/gif"),
                    entry("gz", "application/gzip"),
                    entry("htm", "text/html; charset=utf-8"),
                    entry("html", "text/html; charset=utf-8"),
                    entry("jpeg", "image/jpeg"),
                    entry("jpg", "image/jpeg"),
                    entry("js", "text/javascript; charset=utf-8"),
                    entry("json", "application/json"),
                    entry("jsonl", "application/x-ndjson"),
                    entry("log", "text/plain; charset=utf-8"),
                    entry("m4a", "audio/mp4"),
                    entry("md", "text/markdown; charset=utf-8"),
                    entry("mid", "audio/midi"),
                    entry("midi", "audio/midi"),
                    entry("mkv", "video/x-matroska"),
                    entry("mov", "video/quicktime"),
                    entry("mp3", "audio/mpeg"),
                    entry("mp4", "video/mp4"),
                    entry("musicxml", "application/vnd.recordare.musicxml+xml"),
                    entry("mxl", "application/vnd.recordare.musicxml"),
                    entry("ndjson", "application/x-ndjson"),
                    entry("ogg", "audio/ogg"),
                    entry("parquet", "application/vnd.apache.parquet"),
                    entry("pdf", "application/pdf"),
                    entry("png", "image/png"),
                    entry(
                            "pptx",
                            "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
                    entry("svg", "image/svg+xml"),
                    entry("tar", "application/x-tar"),
                    entry("tif", "image/tiff"),
                    entry("tiff", "image/tiff"),
                    entry("tsv", "text/tab-separated-values; charset=utf-8"),
                    entry("txt", "text/plain; charset=utf-8"),
                    entry("wav", "audio/wav"),
                    entry("webm", "video/webm"),
                    entry("webp", "image/webp"),
                    entry(
                            "xlsx",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                    entry("xml", "application/xml"),
                    entry("yaml", "application/yaml"),
                    entry("yml", "application/yaml"),
                    entry("zip", "application/zip"));

    private ContentTypes() {}

    /**
     * By the name and, where that says nothing, by the first bytes.
     *
     * @param file what is to be stored
     * @param key what it is called there
     * @return {@code application/octet-stream} when neither says anything or the file cannot be
     *     read
     */
    public static String of(Path file, String key) {
        String byName = of(key);
        if (!byName.equals(UNKNOWN)) {
            return byName;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(ContentSniffer.MOST_BYTES);
            boolean whole = first.length < ContentSniffer.MOST_BYTES;
            return ContentSniffer.type(first, whole).orElse(UNKNOWN);
        } catch (IOException e) {
            // the upload itself says why
            return UNKNOWN;
        }
    }

    /**
     * @param fileName a name, a path or a key; upper and lower case are the same
     * @return {@code application/octet-stream} when the extension says nothing
     */
    public static String of(String fileName) {
        int dot = NumberedName.extensionStart(fileName);
        if (dot >= fileName.length() - 1) {
            return UNKNOWN;
        }
        String extension = fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return BY_EXTENSION.getOrDefault(extension, UNKNOWN);
    }
}

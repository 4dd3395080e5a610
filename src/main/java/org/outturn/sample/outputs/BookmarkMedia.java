package org.outturn.sample.outputs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.outturn.sample.files.Resources;

/** Videos that BookmarkAI downloaded: the keys say nothing, the metadata says it all. */
final class BookmarkMedia {
    static final String BUCKET = "bookmark-media";
    private static final ZoneOffset SERVER_CLOCK = ZoneOffset.ofHours(1);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    private static final int VIDEOS = 66;
    private static final int PLANNED = 8;

    private record Video(String file, String type, List<String> titles) {}

    private static final List<Video> KINDS =
            List.of(
                    new Video(
                            "lesson.mp4",
                            "video/mp4",
                            List.of("Drum lesson: verse in eighths", "Drum lesson 4, slow take")),
                    new Video(
                            "slides.mp4",
                            "video/mp4",
                            List.of("Backups that work", "Backups that work (talk, short cut)")),
                    new Video(
                            "orbit.webm",
                            "video/webm",
                            List.of("Kepler's second law", "Planets and their speed")),
                    new Video(
                            "orbit.mkv",
                            "video/x-matroska",
                            List.of("Kepler's second law, lossy copy", "Orbit animation")));

    private final Names names;
    private final List<Output> outputs = new ArrayList<>();
    private final List<byte[]> files =
            KINDS.stream().map(video -> Resources.bytes("media/" + video.file)).toList();

    private BookmarkMedia(Names names) {
        this.names = names;
    }

    static List<Output> outputs(long seed, Instant now) {
        var media = new BookmarkMedia(new Names(seed, now));
        for (int i = 0; i < VIDEOS; i++) {
            media.video(i);
        }
        for (int i = 0; i < PLANNED; i++) {
            media.planned(i);
        }
        return media.outputs;
    }

    /** The date is the day of the upload, the milliseconds are from the start of the download. */
    private void video(int number) {
        Video video = KINDS.get(number % KINDS.size());
        Instant uploaded = names.daysAgo(number * 0.12);
        Instant begun = uploaded.minus(Duration.ofMillis(names.random().nextInt(4_000, 90_000)));
        String key =
                "temp/videos/%s/%s_%d.%s"
                        .formatted(
                                DAY.format(uploaded.atOffset(SERVER_CLOCK)),
                                names.hex(16),
                                begun.toEpochMilli(),
                                extension(video));
        put(key, number, uploaded);
        if (number == 9) {
            // the download had ended before its first byte
            Output whole = outputs.removeLast();
            outputs.add(
                    Output.of(BUCKET, key, new byte[0], video.type, uploaded)
                            .withMetadata(whole.metadata()));
        }
    }

    /** The keys of the older plan. */
    private void planned(int number) {
        Instant uploaded = names.daysAgo(9 + number * 1.7);
        Video video = KINDS.get(number % KINDS.size());
        String key =
                "uploads/%s/%s/clip %d.%s"
                        .formatted(
                                uploaded.atOffset(SERVER_CLOCK).toLocalDate(),
                                names.hex(12),
                                number + 1,
                                extension(video));
        put(key, number, uploaded);
    }

    private void put(String key, int number, Instant uploaded) {
        Video video = KINDS.get(number % KINDS.size());
        String id = names.hex(10);
        outputs.add(
                Output.of(BUCKET, key, files.get(number % KINDS.size()), video.type, uploaded)
                        .withMetadata(
                                Map.of(
                                        "video-title",
                                        video.titles.get(number / 4 % 2),
                                        "video-duration",
                                        "9",
                                        "video-uploader",
                                        "channel-" + (3 + number % 6),
                                        "source-url",
                                        "https://video.example.com/watch/" + id,
                                        "original-filename",
                                        id + "." + extension(video),
                                        "upload-timestamp",
                                        uploaded.toString())));
    }

    private static String extension(Video video) {
        return video.file.substring(video.file.lastIndexOf('.') + 1);
    }
}

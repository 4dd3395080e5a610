package org.outturn.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * How a system wants what is uploaded for it, as its own guide or its own client has it. What they
 * do not say is left open.
 *
 * @param multipartBytes files above this size go in parts
 * @param partBytes the size of the parts
 * @param partsAtOnce how many parts of a file go at once
 * @param timeout for one upload
 * @param retries after the first attempt
 * @param mostBytes the largest file that it takes
 * @param encrypted whether everything is stored with SSE-S3
 * @param tags tags that it asks for, apart from a date
 */
public record UploadDefaults(
        Producer producer,
        OptionalLong multipartBytes,
        OptionalLong partBytes,
        Optional<Integer> partsAtOnce,
        Optional<Duration> timeout,
        Optional<Integer> retries,
        OptionalLong mostBytes,
        boolean encrypted,
        Map<String, String> tags) {

    private static final long MB = 1L << 20;

    private static final UploadDefaults OCR = nothingSaid(Producer.MONKEY_OCR);

    /** Its guide: threshold 25 MB, timeout 300 s, 3 retries, tags {@code client}, {@code type}. */
    private static final UploadDefaults SCRAPER =
            new UploadDefaults(
                    Producer.SCRAPER,
                    OptionalLong.of(25 * MB),
                    OptionalLong.empty(),
                    Optional.empty(),
                    Optional.of(Duration.ofSeconds(300)),
                    Optional.of(3),
                    OptionalLong.empty(),
                    false,
                    Map.of("client", "agar", "type", "scrape-output"));

    /** Its client: parts of 8 MB, ten at a time, above 100 MB. */
    private static final UploadDefaults PDF =
            new UploadDefaults(
                    Producer.PDF,
                    OptionalLong.of(100 * MB),
                    OptionalLong.of(8 * MB),
                    Optional.of(10),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    false,
                    Map.of());

    /** Its service: at most 50 MB, always AES256. */
    private static final UploadDefaults DRUMS =
            new UploadDefaults(
                    Producer.DRUMS,
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.of(50 * MB),
                    true,
                    Map.of());

    private static final UploadDefaults VIDEOS = nothingSaid(Producer.VIDEOS);

    /** Where each system reads and writes; the first that fits counts. */
    private static final List<Place> PLACES =
            List.of(
                    new Place("monkeyocr/", OCR),
                    new Place("(scraper-outputs|agar)/", SCRAPER),
                    new Place("(raw|documents)/", PDF),
                    // an older plan of the videos' system shares a name with the drums' uploads
                    new Place("uploads/[0-9]{4}-[0-9]{2}-[0-9]{2}/", VIDEOS),
                    new Place("(uploads|audio)/", DRUMS),
                    new Place("temp/videos/", VIDEOS));

    public UploadDefaults {
        tags = Map.copyOf(tags);
    }

    /**
     * @param prefix what files are uploaded to, for instance {@code audio/}; a slash at its end may
     *     be missing
     * @return empty if no system is known to work there
     */
    public static Optional<UploadDefaults> of(String prefix) {
        String place = prefix.endsWith("/") ? prefix : prefix + "/";
        return PLACES.stream()
                .filter(p -> p.pattern().matcher(place).lookingAt())
                .map(Place::defaults)
                .findFirst();
    }

    /** What one system says, wherever it works; empty if nothing is known of it. */
    public static Optional<UploadDefaults> of(Producer producer) {
        return PLACES.stream()
                .map(Place::defaults)
                .filter(defaults -> defaults.producer() == producer)
                .findFirst();
    }

    /** The same with other tags. */
    public UploadDefaults withTags(Map<String, String> others) {
        return new UploadDefaults(
                producer,
                multipartBytes,
                partBytes,
                partsAtOnce,
                timeout,
                retries,
                mostBytes,
                encrypted,
                others);
    }

    private static UploadDefaults nothingSaid(Producer producer) {
        return new UploadDefaults(
                producer,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                false,
                Map.of());
    }

    private record Place(Pattern pattern, UploadDefaults defaults) {
        Place(String begin, UploadDefaults defaults) {
            this(Pattern.compile(begin), defaults);
        }
    }
}

package org.outturn.connection.dotenv;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.outturn.pipeline.Producer;

/**
 * Tells whose file it is by the names in it: those that only one of the producers documents, and if
 * there is none, by how many of all its names there are.
 */
final class ProducerNames {
    private static final int OWN = 10;

    /** So many of a producer's names, none of which is its own, still tell it. */
    private static final int ENOUGH = 4;

    private static final Map<Producer, Names> NAMES =
            Map.of(
                    Producer.MONKEY_OCR,
                    new Names(
                            Set.of(
                                    "STORE_OCR_RESULTS_S3",
                                    "UPLOAD_INDIVIDUAL_FILES_S3",
                                    "S3_PUBLIC_URL",
                                    "S3_VERIFY_SSL",
                                    "S3_USE_SSL"),
                            Set.of(
                                    "S3_BUCKET_NAME",
                                    "AWS_REGION",
                                    "S3_PREFIX",
                                    "S3_ENDPOINT_URL",
                                    "AWS_ACCESS_KEY_ID",
                                    "AWS_SECRET_ACCESS_KEY",
                                    "AWS_SESSION_TOKEN")),
                    Producer.SCRAPER,
                    new Names(
                            Set.of(
                                    "S3_ENABLED",
                                    "S3_UPLOAD_ON_COMPLETION",
                                    "S3_UPLOAD_TIMEOUT",
                                    "S3_MAX_RETRIES"),
                            Set.of(
                                    "S3_BUCKET_NAME",
                                    "S3_REGION",
                                    "S3_ACCESS_KEY_ID",
                                    "S3_SECRET_ACCESS_KEY",
                                    "S3_PREFIX")),
                    Producer.PDF,
                    new Names(
                            Set.of("USE_S3_STORAGE", "NATS_URL", "NATS_TOKEN"),
                            Set.of(
                                    "S3_ENDPOINT_URL",
                                    "S3_BUCKET",
                                    "AWS_ACCESS_KEY_ID",
                                    "AWS_SECRET_ACCESS_KEY",
                                    "AWS_DEFAULT_REGION",
                                    "DEBUG")),
                    Producer.DRUMS,
                    new Names(
                            Set.of("AWS_S3_BUCKET"),
                            Set.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION")),
                    Producer.VIDEOS,
                    new Names(
                            Set.of(
                                    "S3_MEDIA_BUCKET",
                                    "S3_VIDEO_PREFIX",
                                    "S3_SPLIT_PERCENTAGE",
                                    "STORAGE_MODE",
                                    "YTDLP_DOWNLOAD_DIR"),
                            Set.of(
                                    "AWS_REGION",
                                    "S3_ENDPOINT",
                                    "S3_ACCESS_KEY",
                                    "S3_SECRET_KEY",
                                    "S3_USE_PATH_STYLE")));

    private record Names(Set<String> own, Set<String> shared) {
        int points(Set<String> found) {
            long ownFound = own.stream().filter(found::contains).count();
            long sharedFound = shared.stream().filter(found::contains).count();
            return ownFound == 0 && sharedFound < ENOUGH ? 0 : (int) (OWN * ownFound + sharedFound);
        }
    }

    private ProducerNames() {}

    /** Nothing when nobody documents these names, or two do as well as one another. */
    static Optional<Producer> producer(Set<String> names) {
        int most = NAMES.values().stream().mapToInt(known -> known.points(names)).max().orElse(0);
        List<Producer> best =
                NAMES.entrySet().stream()
                        .filter(entry -> most > 0 && entry.getValue().points(names) == most)
                        .map(Map.Entry::getKey)
                        .toList();
        return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
    }
}

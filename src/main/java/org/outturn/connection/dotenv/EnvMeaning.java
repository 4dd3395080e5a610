package org.outturn.connection.dotenv;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What variables mean, by all the names that the producers and the AWS tools have for them
 * (PRODUCERS: the guides of the five systems; AWS SDKs and Tools reference guide, "Environment
 * variables list"; MinIO's server). The first name that is set counts.
 */
enum EnvMeaning {
    BUCKET(
            "S3_BUCKET_NAME",
            "S3_BUCKET",
            "S3_MEDIA_BUCKET",
            "AWS_S3_BUCKET",
            "AWS_S3_BUCKET_NAME",
            "AWS_BUCKET",
            "AWS_STORAGE_BUCKET_NAME"),
    PREFIX("S3_PREFIX", "S3_VIDEO_PREFIX"),
    REGION("S3_REGION", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_S3_REGION_NAME"),
    ENDPOINT(
            "S3_ENDPOINT_URL",
            "S3_ENDPOINT",
            "AWS_ENDPOINT_URL_S3",
            "AWS_ENDPOINT_URL",
            "AWS_S3_ENDPOINT_URL",
            "AWS_S3_ENDPOINT"),
    LINK_HOST("S3_PUBLIC_URL"),
    USE_TLS("S3_USE_SSL", "AWS_S3_USE_SSL"),
    VERIFY_TLS("S3_VERIFY_SSL", "AWS_S3_VERIFY"),
    PATH_STYLE("S3_USE_PATH_STYLE", "S3_FORCE_PATH_STYLE", "AWS_S3_FORCE_PATH_STYLE"),
    CA_FILE("S3_CA_BUNDLE", "AWS_CA_BUNDLE"),
    CHECKSUMS("AWS_REQUEST_CHECKSUM_CALCULATION"),
    PROFILE("AWS_PROFILE", "AWS_DEFAULT_PROFILE"),
    NATS_ADDRESS("NATS_URL"),
    NATS_TOKEN("NATS_TOKEN"),
    /** Whether the producer writes to S3 at all. */
    STORES_IN_S3("S3_ENABLED", "USE_S3_STORAGE", "STORAGE_MODE"),
    /** The producer's own affair, and no part of a connection. */
    OF_THE_PRODUCER(
            "STORE_OCR_RESULTS_S3",
            "UPLOAD_INDIVIDUAL_FILES_S3",
            "S3_UPLOAD_ON_COMPLETION",
            "S3_UPLOAD_TIMEOUT",
            "S3_MAX_RETRIES",
            "S3_SPLIT_PERCENTAGE",
            "YTDLP_DOWNLOAD_DIR",
            "DEBUG"),
    /** How the AWS tools go about it; this program has its own ways. */
    OF_THE_TOOLS(
            "AWS_EC2_METADATA_DISABLED",
            "AWS_RESPONSE_CHECKSUM_VALIDATION",
            "AWS_MAX_ATTEMPTS",
            "AWS_RETRY_MODE",
            "AWS_DEFAULT_OUTPUT",
            "AWS_PAGER",
            "AWS_SDK_LOAD_CONFIG");

    private final List<String> names;

    EnvMeaning(String... names) {
        this.names = List.of(names);
    }

    List<String> names() {
        return names;
    }

    /** What a name means besides keys; nothing when it is not known. */
    static Optional<EnvMeaning> of(String name) {
        return Arrays.stream(values()).filter(meaning -> meaning.names.contains(name)).findFirst();
    }
}

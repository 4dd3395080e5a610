package org.outturn.sample;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says when an object will expire by the lifecycle of its bucket. Nothing is deleted: the sample
 * shows what such a bucket says, and stays as it was made.
 */
final class Lifecycle {
    /** From which size on objects move to another storage class, and the one answer here. */
    static final String SMALLEST_HEADER = "x-amz-transition-default-minimum-object-size";

    static final String SMALLEST = "all_storage_classes_128K";

    private Lifecycle() {}

    private record Expiry(Instant at, String rule) {}

    /**
     * The {@code x-amz-expiration} header of an object (S3 User Guide, "Expiring objects"): the
     * earliest of all rules that hold for it, each counted in days and rounded up to the next
     * midnight UTC.
     *
     * @return null when no rule holds
     */
    static @Nullable String expiration(SampleBucket bucket, StoredObject object) {
        String document = bucket.document(BucketDocument.LIFECYCLE);
        if (document == null) {
            return null;
        }
        XmlNode rules =
                XmlNode.parse(
                        document.getBytes(StandardCharsets.UTF_8), BucketDocument.LIFECYCLE.root);
        return rules.all("Rule").stream()
                .filter(rule -> "Enabled".equals(rule.value("Status")))
                .filter(rule -> holds(rule, object))
                .flatMap(rule -> expiry(rule, object.modified()))
                .min((one, other) -> one.at.compareTo(other.at))
                .map(Lifecycle::header)
                .orElse(null);
    }

    private static String header(Expiry expiry) {
        return "expiry-date=\"%s\", rule-id=\"%s\""
                .formatted(S3Response.httpDate(expiry.at), Percent.encode(expiry.rule));
    }

    private static Stream<Expiry> expiry(XmlNode rule, Instant modified) {
        XmlNode expiration = rule.child("Expiration");
        String id = rule.value("ID");
        if (expiration == null) {
            return Stream.empty();
        }
        String days = expiration.value("Days");
        String date = expiration.value("Date");
        Instant at = null;
        if (days != null) {
            Instant due = modified.plus(Duration.ofDays(Long.parseLong(days)));
            Instant midnight = due.truncatedTo(ChronoUnit.DAYS);
            at = midnight.equals(due) ? due : midnight.plus(1, ChronoUnit.DAYS);
        } else if (date != null) {
            at = OffsetDateTime.parse(date).toInstant();
        }
        return at == null ? Stream.empty() : Stream.of(new Expiry(at, id == null ? "" : id));
    }

    private static boolean holds(XmlNode rule, StoredObject object) {
        XmlNode filter = rule.child("Filter");
        XmlNode and = filter == null ? null : filter.child("And");
        return Stream.of(rule, filter, and)
                .filter(Objects::nonNull)
                .flatMap(node -> node.children().stream())
                .allMatch(condition -> holdsOne(condition, object));
    }

    private static boolean holdsOne(XmlNode condition, StoredObject object) {
        String text = condition.text().strip();
        return switch (condition.name()) {
            case "Prefix" -> object.key().startsWith(condition.text());
            case "Tag" ->
                    condition
                            .required("Value")
                            .equals(object.attributes().tags().get(condition.required("Key")));
            case "ObjectSizeGreaterThan" -> object.bytes().size() > Long.parseLong(text);
            case "ObjectSizeLessThan" -> object.bytes().size() < Long.parseLong(text);
            default -> true;
        };
    }

    /**
     * Refuses a document whose rules could not be judged.
     *
     * @throws S3Error {@code MalformedXML}
     */
    static void validate(XmlNode document) {
        var nothing =
                new StoredObject(
                        "",
                        "null",
                        Instant.EPOCH,
                        ObjectAttributes.UNTYPED,
                        new StoredContent(List.of(), "", List.of(), Map.of()));
        try {
            for (XmlNode rule : document.all("Rule")) {
                holds(rule, nothing);
                expiry(rule, Instant.EPOCH);
                if (!List.of("Enabled", "Disabled").contains(rule.required("Status"))) {
                    throw S3Error.malformedXml();
                }
            }
        } catch (NumberFormatException | DateTimeException e) {
            throw S3Error.malformedXml();
        }
    }
}

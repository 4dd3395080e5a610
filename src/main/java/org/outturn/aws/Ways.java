package org.outturn.aws;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.Prefix;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/**
 * Finds out how a server of one's own wants to be addressed, when it refuses the usual way, and
 * remembers it as long as the connection is open (decision record 0030). A server that takes the
 * usual way is asked for nothing more.
 */
final class Ways {
    /** Bucket names that can stand before a host (RFC 1123); dots break certificates for all. */
    private static final Pattern HOST_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");

    private final Server server;
    private final S3Clients clients;
    private final AwsFailures failures;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private Way way;
    private boolean signingKnown;
    private boolean styleKnown;

    Ways(Server server, Way first, S3Clients clients, AwsFailures failures) {
        this.server = server;
        this.clients = clients;
        this.failures = failures;
        this.way = first;
        this.signingKnown = server.endpoint().map(Server::path).orElse("").isEmpty();
        this.styleKnown = !server.guessed();
    }

    /** A request was understood as it was sent. */
    synchronized void worked(Call call) {
        signingKnown = true;
        styleKnown |= !call.bucket().isEmpty();
    }

    /**
     * Whether the server understands another way than the one that it refused, which is used from
     * now on.
     */
    synchronized boolean foundAnother(Call call, Failure refusal, String region) {
        if (!signingKnown && refusal.technical().code().equals("SignatureDoesNotMatch")) {
            Way other = new Way(way.pathStyle(), !way.signsPath());
            signingKnown = true;
            return takes(other, call, region, false);
        }
        boolean style =
                !styleKnown
                        && speaksOfStyle(refusal)
                        && HOST_LABEL.matcher(call.bucket()).matches()
                        && asked.add(call.bucket());
        return style && takes(new Way(!way.pathStyle(), way.signsPath()), call, region, true);
    }

    private boolean takes(Way other, Call call, String region, boolean style) {
        if (!understood(other, call, region, style)) {
            return false;
        }
        way = other;
        clients.use(other);
        styleKnown |= style;
        return true;
    }

    /**
     * Who may not list is understood too. Not so for another style: a server for which the bucket's
     * host is just one more name of its own may refuse to list buckets.
     */
    private boolean understood(Way other, Call call, String region, boolean style) {
        try {
            return clients.tried(other, region, s3 -> answers(s3, call.bucket()));
        } catch (RuntimeException e) {
            FailureException failure = failures.exception(e, call);
            return failure.failure() instanceof Failure.WrongRegion
                    || !style
                            && failure.failure() instanceof Failure.AccessDenied
                            && !failure.failure().technical().code().isEmpty();
        }
    }

    /** Asks for no more than the place that the connection is for. */
    private boolean answers(S3Client s3, String bucket) {
        if (bucket.isEmpty()) {
            s3.listBuckets();
            return true;
        }
        Optional<String> prefix =
                server.pinned().filter(p -> p.bucket().equals(bucket)).map(Prefix::value);
        ListObjectsV2Response answer =
                s3.listObjectsV2(
                        list -> list.bucket(bucket).prefix(prefix.orElse(null)).maxKeys(1));
        // to one that takes the host for its own, this was a question for all buckets
        return bucket.equals(answer.name());
    }

    private static boolean speaksOfStyle(Failure refusal) {
        String code = refusal.technical().code();
        return code.endsWith("DomainForbidden")
                || code.startsWith("PathStyle")
                || refusal instanceof Failure.BucketNotFound
                || refusal instanceof Failure.NotFound
                || refusal instanceof Failure.NotSupported
                || refusal instanceof Failure.Invalid;
    }
}

package org.outturn.share;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;

/**
 * What a text that somebody pasted points to. Keeps nothing of a signature and of the key that made
 * it.
 */
public sealed interface PastedAddress {

    /** Not an address of anything in S3: words to search for. */
    record NotAnAddress() implements PastedAddress {}

    /**
     * A bucket, or a place in one.
     *
     * @param bucket its name
     * @param path the key or the prefix, decoded; empty for the bucket itself; at most 1,024 bytes
     * @param surelyPrefix whether it is a prefix without doubt: empty, with a slash at its end, or
     *     from the AWS console's page of a prefix. If not, it may be either: look for an object
     *     first
     * @param endpoint the server, if the text names one other than AWS
     * @param region if the text names one
     * @param signature how the link is signed
     * @param expires when the signature ends by itself, if it says so; the credentials that made it
     *     may end before, which no link tells
     */
    record Found(
            String bucket,
            String path,
            boolean surelyPrefix,
            Optional<URI> endpoint,
            Optional<String> region,
            SignatureForm signature,
            Optional<Instant> expires)
            implements PastedAddress {

        /** The place as a prefix. */
        public Prefix prefix() {
            return new Prefix(bucket, path);
        }

        /** The place as an object; empty if it cannot be one that somebody meant. */
        public Optional<ObjectAddress> object() {
            return surelyPrefix || path.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ObjectAddress(bucket, path));
        }
    }

    /** How a link is signed. */
    enum SignatureForm {
        /** It is not. */
        NONE,
        /**
         * {@code X-Amz-Signature} (S3 API reference, "Authenticating requests: query parameters").
         */
        V4,
        /** {@code AWSAccessKeyId}, {@code Signature}, {@code Expires}: what older clients make. */
        V2
    }

    /** Reads a text without knowing a server of one's own. */
    static PastedAddress parse(String text) {
        return parse(text, Optional.empty());
    }

    /**
     * Reads an {@code s3://} address, an ARN, a URL of AWS (path style, virtual-hosted, dual-stack,
     * legacy, console), a URL of the given server, or a signed URL of any server. White space,
     * quotes and angle brackets around it do not count. Of several addresses, one a line, the first
     * counts. Throws nothing, whatever the text.
     *
     * @param endpoint the server of the present connection, empty for AWS
     */
    static PastedAddress parse(String text, Optional<URI> endpoint) {
        return new AddressParser(endpoint).parse(text);
    }
}

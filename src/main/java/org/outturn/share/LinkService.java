package org.outturn.share;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.SignedUrl;

/**
 * Makes links. Signing asks no S3 server, but may renew credentials: call it off the JavaFX thread.
 * Safe for use by many threads.
 */
public final class LinkService {
    private final ObjectStore store;
    private final Layouts layouts;
    private final Clock clock;

    /**
     * @param layouts tell how long the links of a pipeline last
     * @param clock tells whether credentials have ended already
     */
    public LinkService(ObjectStore store, Layouts layouts, Clock clock) {
        this.store = store;
        this.layouts = layouts;
        this.clock = clock;
    }

    /** A link for as long as the object's producer would give. */
    public ShareLink link(ObjectAddress address) {
        return link(address, LinkLifetime.defaultFor(address, layouts));
    }

    /**
     * A link for a lifetime of one's choice.
     *
     * @throws FailureException with {@link Failure.SignInExpired} when the credentials have ended,
     *     so the link would never work; with any other failure of the store
     */
    public ShareLink link(ObjectAddress address, LinkLifetime lifetime) {
        SignedUrl signed = store.presignGet(address, lifetime.value(), "");
        if (!signed.credentialsExpire().isAfter(clock.instant())) {
            throw new FailureException(
                    new Failure.SignInExpired(
                            new Attempt("PresignGet", address.s3Uri()),
                            Technical.of("ended " + signed.credentialsExpire())));
        }
        return new ShareLink(signed);
    }

    /** A link for each, in the same order; all or none. */
    public List<ShareLink> links(List<ObjectAddress> addresses) {
        List<ShareLink> links = new ArrayList<>(addresses.size());
        addresses.forEach(address -> links.add(link(address)));
        return links;
    }
}

package org.outturn.aws.profile;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.outturn.connection.profile.KeyOrigin;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** The keys of roles, in memory, by what was asked for and where. */
final class RoleCache {
    /** Long enough for what is under way to end with the keys that it began with. */
    private static final Duration BEFORE = Duration.ofMinutes(5);

    /** Nobody likes to be asked for a code before it is needed. */
    private static final Duration BEFORE_PROMPT = Duration.ofSeconds(30);

    private final Map<Entry, Kept> entries = new ConcurrentHashMap<>();
    private final Clock clock;

    RoleCache(Clock clock) {
        this.clock = clock;
    }

    private record Entry(KeyOrigin.RoleRequest request, StsPlace place) {}

    /** Prints no secret, as its parts do not. */
    private record Kept(KeyOrigin source, RenewedKeys keys) {}

    AwsCredentialsProvider keys(
            KeyOrigin.Role role, StsPlace place, Supplier<? extends AwsCredentials> source) {
        Duration before = role.request().device().isPresent() ? BEFORE_PROMPT : BEFORE;
        return entries.compute(
                        new Entry(role.request(), place),
                        (_, known) ->
                                // with other first keys one is somebody else
                                known != null && known.source().equals(role.source())
                                        ? known
                                        : new Kept(
                                                role.source(),
                                                new RenewedKeys(source, before, clock)))
                .keys();
    }
}

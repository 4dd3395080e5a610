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

    private final Map<Entry, RenewedKeys> entries = new ConcurrentHashMap<>();
    private final Clock clock;

    RoleCache(Clock clock) {
        this.clock = clock;
    }

    /** Prints no secret, as its parts do not. */
    private record Entry(KeyOrigin.Role role, StsPlace place) {}

    AwsCredentialsProvider keys(
            KeyOrigin.Role role, StsPlace place, Supplier<? extends AwsCredentials> source) {
        Duration before = role.request().device().isPresent() ? BEFORE_PROMPT : BEFORE;
        return entries.computeIfAbsent(
                new Entry(role, place), _ -> new RenewedKeys(source, before, clock));
    }
}

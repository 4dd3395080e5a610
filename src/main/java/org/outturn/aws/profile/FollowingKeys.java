package org.outturn.aws.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.files.FileStates;
import org.outturn.connection.profile.KeyOrigin;
import org.outturn.connection.profile.KeyPlan;
import org.outturn.connection.profile.KeyPlanner;
import org.outturn.connection.profile.PlanFault;
import org.outturn.connection.profile.ProfileBook;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The keys of a profile as the files have it now: other programs write fresh keys into them while a
 * connection is open. Looks at the files each time, reads them only when they have changed.
 */
final class FollowingKeys implements AwsCredentialsProvider, SdkAutoCloseable {

    /** Makes whoever gives the keys. */
    interface Maker {
        AwsCredentialsProvider make(ProfileBook book, KeyOrigin origin);
    }

    private final KeyWorld world;
    private final String profile;
    private final Maker maker;
    private FileStates states;
    private KeyOrigin origin;
    private @Nullable AwsCredentialsProvider keys;

    /**
     * Reads the files.
     *
     * @throws org.outturn.failure.FailureException if the profile is gone, or cannot be followed
     */
    FollowingKeys(KeyWorld world, String profile, Maker maker) {
        this.world = world;
        this.profile = profile;
        this.maker = maker;
        this.states = FileStates.of(world.files().both());
        ProfileBook book = ProfileBook.read(world.files());
        this.origin = plan(book);
        // what cannot be opened at all is said at once
        this.keys = maker.make(book, origin);
    }

    synchronized KeyOrigin origin() {
        return origin;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return current().resolveCredentials();
    }

    private synchronized AwsCredentialsProvider current() {
        FileStates now = states.again();
        AwsCredentialsProvider known = keys;
        if (known != null && !now.differ(states)) {
            states = now;
            return known;
        }
        ProfileBook book = ProfileBook.read(world.files());
        KeyOrigin planned = plan(book);
        if (known == null || !planned.equals(origin)) {
            close();
            known = maker.make(book, planned);
        }
        states = now;
        origin = planned;
        keys = known;
        return known;
    }

    private KeyOrigin plan(ProfileBook book) {
        KeyPlan plan = new KeyPlanner(book, world.environment()).plan(profile);
        return switch (plan) {
            case KeyPlan.Found(KeyOrigin found) -> found;
            case KeyPlan.Faulty(PlanFault fault) -> throw Wrong.plan(profile, fault);
        };
    }

    @Override
    public synchronized void close() {
        if (keys instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
        keys = null;
    }

    @Override
    public String toString() {
        return "FollowingKeys[" + profile + ", " + List.copyOf(world.files().both()) + "]";
    }
}

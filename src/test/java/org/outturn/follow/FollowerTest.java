package org.outturn.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.Technical;

class FollowerTest {
    private static final String JOB = "agar/20261121_110000_0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395/";
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofHours(1);

    private final CountingBucket bucket = new CountingBucket();
    private final InstantSource clock = InstantSource.system();
    private final List<Look> looks = new CopyOnWriteArrayList<>();
    private final List<FollowState> states = new CopyOnWriteArrayList<>();
    private Optional<Follower> follower = Optional.empty();

    private Follower follow(Duration interval, Optional<Instant> listed) {
        var listener =
                new FollowListener() {
                    @Override
                    public void looked(Look look) {
                        looks.add(look);
                    }

                    @Override
                    public void changed(FollowState state) {
                        states.add(state);
                    }
                };
        var begun =
                Follower.start(
                        new BucketLooks(bucket, bucket.table(clock.instant()), 1_000, clock),
                        "s3://b/",
                        listed,
                        interval,
                        listener,
                        clock);
        follower = Optional.of(begun);
        return begun;
    }

    @AfterEach
    void stop() {
        follower.ifPresent(Follower::close);
    }

    @Test
    void looksAgainAndAgain() {
        follow(SHORT, Optional.of(clock.instant()));
        bucket.put(JOB + "results.json", 5, clock.instant());
        await().until(() -> looks.size() >= 3);
        assertThat(looks.getLast().table().rows()).hasSize(1);
        assertThat(states)
                .anyMatch(state -> state.lastLook().isPresent() && state.nextLook().isPresent());
        assertThat(states).allMatch(state -> state.failures() == 0);
    }

    @Test
    void theFirstLookIsAtOnceWhenNothingWasListedYet() {
        follow(LONG, Optional.empty());
        await().until(() -> looks.size() == 1);
        assertThat(looks.getFirst().whole()).isTrue();
    }

    @Test
    void looksNowWhenAsked() {
        Follower following = follow(LONG, Optional.of(clock.instant()));
        following.lookNow();
        await().until(() -> looks.size() == 1);
        following.lookNow();
        await().until(() -> looks.size() == 2);
        await().until(() -> states.getLast().nextLook().isPresent());
        assertThat(states.getLast().nextLook().orElseThrow())
                .isAfter(clock.instant().plus(Duration.ofMinutes(59)));
    }

    @Test
    void aShorterIntervalCountsAtOnce() {
        Follower following = follow(LONG, Optional.of(clock.instant()));
        following.interval(SHORT);
        await().until(() -> looks.size() >= 2);
    }

    @Test
    void failuresAreSaidAndWaitsGetLonger() {
        var unreachable =
                new Failure.Unreachable(new Attempt("ListObjectsV2", "b"), Technical.of("refused"));
        bucket.failWith(unreachable);
        follow(Duration.ofMillis(40), Optional.empty());
        await().until(() -> states.stream().anyMatch(state -> state.failures() == 3));
        FollowState third =
                states.stream().filter(state -> state.failures() == 3).findFirst().orElseThrow();
        assertThat(third.failure()).contains(unreachable);
        assertThat(looks).isEmpty();

        bucket.failWith(null);
        await().until(() -> !looks.isEmpty());
        assertThat(looks.getFirst().whole()).as("it was to be whole").isTrue();
        await().until(() -> states.getLast().failures() == 0);
    }

    @Test
    void neverTwoLooksAtOnce() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        bucket.beforePage(() -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            sleep();
            now.decrementAndGet();
        });
        Follower following = follow(Duration.ofMillis(1), Optional.empty());
        for (int i = 0; i < 50; i++) {
            following.lookNow();
            sleep();
        }
        await().until(() -> looks.size() > 5);
        assertThat(most).hasValue(1);
    }

    @Test
    void nothingIsToldAfterTheEndAndTheLookIsCancelled() throws InterruptedException {
        var asked = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        bucket.beforePage(() -> {
            asked.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Follower following = follow(LONG, Optional.empty());
        asked.await();
        following.close();
        int told = states.size();
        go.countDown();
        Thread.sleep(150);
        assertThat(looks).isEmpty();
        assertThat(states).hasSize(told);
        assertThat(bucket.requests())
                .as("uploads; the page was not asked for")
                .isLessThanOrEqualTo(2);
    }

    private static void sleep() {
        try {
            Thread.sleep(3);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

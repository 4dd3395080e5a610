package org.outturn.sample;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How a sample server behaves. The defaults make a plain S3 server with one random key.
 *
 * @param region of the server and its buckets
 * @param keys accepted; when empty the server makes one up
 * @param quirks awkward habits of other servers, none by default
 * @param clock tells the server's time, by which signatures and links are judged
 * @param address how it is addressed
 * @param requests told of each request just before its answer is sent, on the thread that sends it
 */
public record SampleOptions(
        String region,
        List<SampleKey> keys,
        Set<Quirk> quirks,
        Clock clock,
        Consumer<LoggedRequest> requests,
        SampleAddress address) {

    public static final SampleOptions DEFAULTS =
            new SampleOptions(
                    "us-east-1",
                    List.of(),
                    Set.of(),
                    Clock.systemUTC(),
                    _ -> {},
                    SampleAddress.PLAIN);

    public SampleOptions {
        keys = List.copyOf(keys);
        quirks = Set.copyOf(quirks);
    }

    public SampleOptions withRegion(String other) {
        return new SampleOptions(other, keys, quirks, clock, requests, address);
    }

    /** With one key more; the first one is {@link SampleServer#accessKey()}. */
    public SampleOptions withKey(SampleKey key) {
        var more = new ArrayList<>(keys);
        more.add(key);
        return new SampleOptions(region, more, quirks, clock, requests, address);
    }

    public SampleOptions withQuirks(Quirk... these) {
        return new SampleOptions(region, keys, Set.of(these), clock, requests, address);
    }

    public SampleOptions withClock(Clock other) {
        return new SampleOptions(region, keys, quirks, other, requests, address);
    }

    public SampleOptions withRequestLog(Consumer<LoggedRequest> log) {
        return new SampleOptions(region, keys, quirks, clock, log, address);
    }

    public SampleOptions withAddress(SampleAddress other) {
        return new SampleOptions(region, keys, quirks, clock, requests, other);
    }
}

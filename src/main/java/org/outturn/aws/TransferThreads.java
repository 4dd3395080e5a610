package org.outturn.aws;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;

/**
 * The threads that the connections of transfers run on. Our own, because those that the SDK makes
 * take two seconds to end.
 */
final class TransferThreads implements AutoCloseable {
    private static final int THREADS = 4;

    private final EventLoopGroup threads =
            new NioEventLoopGroup(THREADS, new DefaultThreadFactory("s3-transfer", true));

    SdkEventLoopGroup group() {
        return SdkEventLoopGroup.create(threads);
    }

    /** Runs what has to wait for a time. */
    ScheduledExecutorService timer() {
        return threads;
    }

    @Override
    public void close() {
        threads.shutdownGracefully(0, Limits.CLOSE.toMillis(), TimeUnit.MILLISECONDS);
    }
}

package org.outturn.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.PartSize;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3BaseClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.multipart.ParallelConfiguration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Builds the SDK's clients. All that the SDK would take from the environment, system properties and
 * the user's profile is given here, so a connection means the same on every machine.
 */
final class ClientFactory {
    private final Server server;
    private final Way way;
    private final ServerClock clock;
    private final AwsCredentialsProvider credentials;
    private final Trust trust;
    private final Bandwidth bandwidth;
    private final Timeouts timeouts;

    ClientFactory(
            Server server,
            Way way,
            ServerClock clock,
            AwsCredentialsProvider credentials,
            Trust trust,
            Bandwidth bandwidth,
            Timeouts timeouts) {
        this.server = server;
        this.way = way;
        this.clock = clock;
        this.credentials = credentials;
        this.trust = trust;
        this.bandwidth = bandwidth;
        this.timeouts = timeouts;
    }

    /** The same for another way of addressing the server. */
    ClientFactory with(Way other) {
        return new ClientFactory(server, other, clock, credentials, trust, bandwidth, timeouts);
    }

    /** For short requests. */
    S3Client shortRequests(String region) {
        return shortRequests(region, timeouts.silence());
    }

    /** For requests over which the server may take its time. */
    S3Client patientRequests(String region) {
        return shortRequests(region, Limits.WORK_SILENCE);
    }

    private S3Client shortRequests(String region, Duration silence) {
        var builder =
                S3Client.builder()
                        .httpClientBuilder(
                                PathBefore.with(
                                        way.before(server.endpoint()),
                                        blocking(Limits.SHORT_CONNECTIONS).socketTimeout(silence)));
        configure(builder, region, o -> o.addExecutionInterceptor(new ErrorRegion()));
        return builder.build();
    }

    /** Connections for {@link #wholeFiles} and {@link #direct}; whoever asks closes them. */
    SdkHttpClient fileConnections() {
        return PathBefore.with(
                way.before(server.endpoint()), blocking(Limits.FILE_CONNECTIONS).build());
    }

    /** For files that go up in one request, and for all that come down. */
    S3Client wholeFiles(String region, SdkHttpClient connections) {
        var builder = S3Client.builder().httpClient(connections);
        configure(
                builder,
                region,
                o ->
                        o.addExecutionInterceptor(new WireBody.Watch())
                                .addExecutionInterceptor(new ErrorRegion()));
        return builder.build();
    }

    /** The same without the client, where the server allows it. */
    Optional<DirectRequests> direct(String region, SdkHttpClient connections) {
        return DirectRequests.to(server, way, connections, credentials, region);
    }

    private Apache5HttpClient.Builder blocking(int connections) {
        return Apache5HttpClient.builder()
                .connectionTimeout(timeouts.connect())
                .socketTimeout(timeouts.silence())
                .connectionAcquisitionTimeout(Limits.QUEUE)
                .maxConnections(connections)
                .dnsResolver(new FewAddresses())
                .tlsSocketStrategy(new TlsSockets(trust, timeouts.connect()))
                // costs seconds on Ceph for a body of a few bytes
                .expectContinueEnabled(false);
    }

    /** Connections for uploads, which count; whoever asks for them closes them. */
    SdkAsyncHttpClient uploadConnections(TransferThreads threads) {
        return new CountingHttpClient(
                PathBefore.with(way.before(server.endpoint()), transferConnections(threads)),
                bandwidth.up(),
                threads.timer());
    }

    /** For files that go up in parts. */
    S3AsyncClient uploads(String region, UploadWatch watch, SdkAsyncHttpClient connections) {
        var builder =
                S3AsyncClient.builder()
                        .httpClient(connections)
                        .multipartEnabled(true)
                        .multipartConfiguration(parts ->
                                parts.thresholdInBytes(PartSize.SMALLEST)
                                        .minimumPartSizeInBytes(PartSize.SMALLEST)
                                        .parallelConfiguration(
                                                ParallelConfiguration.builder()
                                                        .maxInFlightParts(Limits.PARTS_IN_FLIGHT)
                                                        .build()));
        configure(builder, region, o -> o.addExecutionInterceptor(watch));
        return builder.build();
    }

    /** Signs; sends nothing. */
    LinkSigner presigner(String region) {
        Optional<URI> host = server.options().linkHost().or(() -> server.endpoint(region));
        var builder =
                S3Presigner.builder()
                        .region(Region.of(region))
                        .credentialsProvider(credentials)
                        .dualstackEnabled(false)
                        .fipsEnabled(false)
                        .disableS3ExpressSessionAuth(true)
                        .serviceConfiguration(s3());
        host.map(way::signed).ifPresent(builder::endpointOverride);
        return new LinkSigner(builder.build(), way.before(host));
    }

    private SdkAsyncHttpClient transferConnections(TransferThreads threads) {
        return NettyNioAsyncHttpClient.builder()
                .connectionTimeout(timeouts.connect())
                .tlsNegotiationTimeout(timeouts.connect())
                .readTimeout(timeouts.silence())
                .writeTimeout(timeouts.silence())
                .connectionAcquisitionTimeout(Limits.QUEUE)
                .maxPendingConnectionAcquires(100_000)
                .maxConcurrency(Limits.TRANSFER_CONNECTIONS)
                .tlsTrustManagersProvider(trust)
                .eventLoopGroup(threads.group())
                .build();
    }

    private void configure(
            S3BaseClientBuilder<?, ?> builder,
            String region,
            Consumer<ClientOverrideConfiguration.Builder> more) {
        ClientOverrideConfiguration.Builder overrides =
                ClientOverrideConfiguration.builder()
                        .retryStrategy(RetryRules.standard())
                        .defaultProfileFile(ProfileFile.aggregator().build())
                        .defaultProfileName("")
                        .addExecutionInterceptor(new ListingDecoder())
                        .addExecutionInterceptor(clock);
        builder.region(Region.of(region))
                .credentialsProvider(credentials)
                .dualstackEnabled(false)
                .fipsEnabled(false)
                .disableS3ExpressSessionAuth(true)
                .crossRegionAccessEnabled(false)
                .serviceConfiguration(s3());
        server.endpoint(region).map(way::signed).ifPresent(builder::endpointOverride);
        if (server.allChecksums()) {
            builder.requestChecksumCalculation(RequestChecksumCalculation.WHEN_SUPPORTED)
                    .responseChecksumValidation(ResponseChecksumValidation.WHEN_SUPPORTED);
        } else {
            builder.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                    .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                    // older servers know no checksum but Content-MD5 on DeleteObjects
                    .addPlugin(LegacyMd5Plugin.create());
        }
        if (!server.aws()) {
            overrides.addExecutionInterceptor(new NoLocationConstraint());
        }
        more.accept(overrides);
        builder.overrideConfiguration(overrides.build());
    }

    private S3Configuration s3() {
        return S3Configuration.builder()
                .pathStyleAccessEnabled(way.pathStyle())
                .chunkedEncodingEnabled(false)
                .expectContinueEnabled(false)
                .useArnRegionEnabled(false)
                .build();
    }
}

package org.outturn.records;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import tools.jackson.core.JacksonException;

/**
 * Job records as the scraper itself gives them: {@code GET {base}/api/scraper/jobs/{id}} with a
 * bearer token (RFC 6750), answered by {@code {success, data}}.
 *
 * <p>The token is sent to the address alone: redirects are not followed, and it goes over an
 * unencrypted line only to this computer or where that was allowed.
 */
public final class ScraperApi implements JobRecordSource {
    private static final String READ = "ReadJobRecord";
    private static final String CHECK_ACTION = "CheckJobRecords";

    /** What can stand in a header without breaking it; any token of RFC 6750 can. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,8192}");

    private final ScraperAddress address;
    private final Secret token;
    private final boolean plainAllowed;
    private final Duration patience;
    private final InstantSource clock;
    private final HttpClient http;
    private final BoundedJson json = new BoundedJson();
    private final UploadRecordReader reader = new UploadRecordReader();

    /**
     * @param token without {@code Bearer}; spaces around it are taken off
     * @param plainAllowed whether the token may go over an unencrypted line to another computer
     * @param clock says when a record was read
     */
    public ScraperApi(
            ScraperAddress address, Secret token, boolean plainAllowed, InstantSource clock) {
        this(address, token, plainAllowed, clock, Duration.ofSeconds(20));
    }

    /**
     * @param patience how long to wait for a connection, and then for the whole answer
     */
    ScraperApi(
            ScraperAddress address,
            Secret token,
            boolean plainAllowed,
            InstantSource clock,
            Duration patience) {
        this.address = address;
        this.token = new Secret(token.value().strip());
        this.plainAllowed = plainAllowed;
        this.patience = patience;
        this.clock = clock;
        http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(patience)
                        .build();
    }

    @Override
    public Optional<JobRecord> find(String jobId, Cancellation cancellation) {
        Attempt attempt = new Attempt(READ, jobId);
        return ask(JobIds.checked(jobId, attempt), attempt, cancellation);
    }

    /** Asks for a job that there is not: whoever may ask is told that there is none. */
    @Override
    public void check(Cancellation cancellation) {
        ask(JobIds.NOBODY, new Attempt(CHECK_ACTION, address.toString()), cancellation);
    }

    private Optional<JobRecord> ask(String jobId, Attempt attempt, Cancellation cancellation) {
        cancellation.check();
        if (!plainAllowed && !address.isPrivate()) {
            throw new FailureException(
                    new Failure.RecordsUnsafe(attempt, Technical.of(address.toString())));
        }
        if (!TOKEN.matcher(token.value()).matches()) {
            // what a header would make of it could be quoted in an exception
            throw new FailureException(
                    new Failure.RecordsSignIn(
                            attempt, Technical.of("the token is empty or no text of one line")));
        }
        HttpResponse<Optional<byte[]>> answer = send(jobId, attempt, cancellation);
        int status = answer.statusCode();
        if (status != 200 && status != 404) {
            throw new FailureException(ApiFailures.ofStatus(status, attempt));
        }
        return record(answer, jobId, attempt);
    }

    private HttpResponse<Optional<byte[]>> send(
            String jobId, Attempt attempt, Cancellation cancellation) {
        HttpRequest request =
                HttpRequest.newBuilder(address.job(jobId))
                        .header("Authorization", "Bearer " + token.value())
                        .header("Accept", "application/json")
                        .timeout(patience)
                        .build();
        CompletableFuture<HttpResponse<Optional<byte[]>>> answer =
                http.sendAsync(
                        request,
                        _ ->
                                new LimitedBody(
                                        BoundedJson.MOST_BYTES,
                                        HttpResponse.BodySubscribers.ofByteArray()));
        cancellation.onCancel(() -> answer.cancel(true));
        try {
            // the request's own time ends with the head of the answer
            return answer.get(patience.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            cancellation.check();
            throw new FailureException(ApiFailures.ofTransport(e.getCause(), attempt));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new FailureException(ApiFailures.ofTransport(e, attempt));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private Optional<JobRecord> record(
            HttpResponse<Optional<byte[]>> response, String jobId, Attempt attempt) {
        int status = response.statusCode();
        byte[] body =
                response.body()
                        .orElseThrow(() ->
                                new FailureException(
                                        new Failure.RecordsUnreadable(
                                                attempt,
                                                new Technical(
                                                        status,
                                                        "",
                                                        "",
                                                        "the answer is too long"))));
        JobAnswer answer;
        try {
            answer = JobAnswer.read(body, jobId, json, reader);
        } catch (JacksonException e) {
            // its text quotes the answer
            throw new FailureException(ApiFailures.noAnswer(status, attempt));
        }
        if (!answer.object()) {
            throw new FailureException(ApiFailures.noAnswer(status, attempt));
        }
        if (status == 404) {
            return Optional.empty();
        }
        if (!answer.success() || !answer.data()) {
            throw new FailureException(
                    new Failure.RecordsUnreadable(
                            attempt, new Technical(status, "", "", "no success, or no data")));
        }
        return Optional.of(
                new JobRecord(
                        jobId,
                        answer.jobStatus(),
                        clock.instant(),
                        JobRecord.Witness.SCRAPER_API,
                        answer.upload()));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** Names the address and never the token. */
    @Override
    public String toString() {
        return "ScraperApi[" + address + "]";
    }
}

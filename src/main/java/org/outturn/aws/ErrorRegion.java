package org.outturn.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Moves the region that an error document names into the header in which it comes otherwise, and
 * the server's time into one of our own, because the SDK keeps an error's headers but not its
 * document. Sees short requests only.
 */
final class ErrorRegion implements ExecutionInterceptor {
    /** Where AWS names a bucket's region. */
    static final String HEADER = "x-amz-bucket-region";

    /** A name of our own for what a document says of the time. */
    static final String SERVER_TIME = "x-outturn-server-time";

    private static final Pattern TIME = Pattern.compile("<ServerTime>([0-9TZ:.+-]{10,40})<");

    /** Where AWS sends the bucket's requests, which holds the region's name. */
    private static final Pattern ENDPOINT =
            Pattern.compile(
                    "<Endpoint>[^<]*\\bs3[.-]([a-z]{2}(?:-[a-z]+)+-\\d)\\.amazonaws\\.com[^<]*<");

    private static final Pattern ELEMENT = Pattern.compile("<Region>([A-Za-z0-9-]{1,40})</Region>");

    /** Error documents are short; what is longer is none. */
    private static final int MOST_BYTES = 64 << 10;

    private static final ExecutionAttribute<byte[]> DOCUMENT =
            new ExecutionAttribute<>("org.outturn.aws.ErrorDocument");

    @Override
    public SdkHttpResponse modifyHttpResponse(
            Context.ModifyHttpResponse context, ExecutionAttributes executionAttributes) {
        SdkHttpResponse answer = context.httpResponse();
        executionAttributes.putAttribute(DOCUMENT, null);
        if (answer.isSuccessful() || context.responseBody().isEmpty()) {
            return answer;
        }
        byte[] document = read(context.responseBody().get());
        executionAttributes.putAttribute(DOCUMENT, document);
        String text = new String(document, StandardCharsets.UTF_8);
        return with(
                with(with(answer, HEADER, ELEMENT, text), HEADER, ENDPOINT, text),
                SERVER_TIME,
                TIME,
                text);
    }

    private static SdkHttpResponse with(
            SdkHttpResponse answer, String header, Pattern element, String document) {
        Matcher found = element.matcher(document);
        return found.find() && answer.firstMatchingHeader(header).isEmpty()
                ? answer.toBuilder().putHeader(header, found.group(1)).build()
                : answer;
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes executionAttributes) {
        byte[] document = executionAttributes.getAttribute(DOCUMENT);
        return document == null
                ? context.responseBody()
                : Optional.of(new ByteArrayInputStream(document));
    }

    private static byte[] read(InputStream body) {
        try (body) {
            return body.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

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
 * Moves the region that an error document names into the header in which it comes otherwise,
 * because the SDK keeps an error's headers but not its document. Sees short requests only.
 */
final class ErrorRegion implements ExecutionInterceptor {
    /** Where AWS names a bucket's region. */
    static final String HEADER = "x-amz-bucket-region";

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
        Matcher region = ELEMENT.matcher(new String(document, StandardCharsets.UTF_8));
        return region.find() && answer.firstMatchingHeader(HEADER).isEmpty()
                ? answer.toBuilder().putHeader(HEADER, region.group(1)).build()
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

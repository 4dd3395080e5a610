package org.outturn.aws;

import java.net.URL;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.GetObjectPresignRequest;

/**
 * Signs links, with a path before what is signed where the server does not see it.
 *
 * @param before empty for nothing
 */
record LinkSigner(S3Presigner signer, String before) implements AutoCloseable {

    /** The whole link, which is a secret. */
    String url(Consumer<GetObjectPresignRequest.Builder> request) {
        URL url = signer.presignGetObject(request).url();
        String text = url.toExternalForm();
        int path = url.getProtocol().length() + "://".length() + url.getAuthority().length();
        return text.substring(0, path) + before + text.substring(path);
    }

    @Override
    public void close() {
        signer.close();
    }

    @Override
    public String toString() {
        return "LinkSigner[" + before + "]";
    }
}

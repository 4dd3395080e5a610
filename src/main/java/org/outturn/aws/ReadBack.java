package org.outturn.aws;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Compares an object with a file, byte by byte: the last resort, where no checksum can be trusted.
 */
final class ReadBack {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Requests requests;

    ReadBack(Requests requests) {
        this.requests = requests;
    }

    /**
     * Whether they are the same.
     *
     * @throws org.outturn.failure.FailureException if the object cannot be read
     */
    boolean same(ObjectAddress address, Path file, Cancellation cancellation) {
        Call call = Call.on(Operation.GET_OBJECT, address);
        return new Interruptible(cancellation)
                .call(() -> requests.send(call, s3 -> same(s3, address, file)));
    }

    private static boolean same(S3Client s3, ObjectAddress address, Path file) {
        return s3.getObject(
                get -> get.bucket(address.bucket()).key(address.key()),
                (GetObjectResponse answer, AbortableInputStream object) -> same(object, file));
    }

    private static boolean same(AbortableInputStream object, Path file) throws IOException {
        byte[] mine = new byte[BUFFER_BYTES];
        boolean same = false;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            byte[] there = object.readNBytes(BUFFER_BYTES);
            int n = in.readNBytes(mine, 0, BUFFER_BYTES);
            while (n > 0 && Arrays.equals(mine, 0, n, there, 0, there.length)) {
                there = object.readNBytes(BUFFER_BYTES);
                n = in.readNBytes(mine, 0, BUFFER_BYTES);
            }
            same = n == 0 && there.length == 0;
        } finally {
            if (!same) {
                object.abort();
            }
        }
        return same;
    }
}

package org.outturn.aws;

import org.outturn.failure.Attempt;
import org.outturn.storage.ObjectAddress;

/**
 * One operation on one thing.
 *
 * @param bucket the bucket it goes to; empty when it goes to none
 * @param object what an operator would call its object: bucket, {@code s3://} address or server
 */
record Call(Operation operation, String bucket, String object) {

    static Call on(Operation operation, ObjectAddress address) {
        return new Call(operation, address.bucket(), address.s3Uri());
    }

    static Call on(Operation operation, String bucket) {
        return new Call(operation, bucket, bucket);
    }

    static Call onServer(Operation operation, String server) {
        return new Call(operation, "", server);
    }

    Attempt attempt() {
        return new Attempt(operation.action(), object);
    }
}

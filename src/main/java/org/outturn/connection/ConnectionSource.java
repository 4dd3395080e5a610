package org.outturn.connection;

/** Somewhere that connections are written down: the AWS files, the sample bucket. */
public interface ConnectionSource {

    /**
     * Reads what is there now. Blocks on files; call it in the background. What cannot be read or
     * understood is told as a trouble, and hides nothing else.
     *
     * @throws org.outturn.failure.FailureException if there is nothing to be had at all
     */
    Found find();
}

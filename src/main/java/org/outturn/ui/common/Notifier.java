package org.outturn.ui.common;

import org.outturn.failure.Failure;

/** Says something in passing, without taking the keyboard away. */
public interface Notifier {

    /** Something worked. */
    void success(String text);

    /**
     * Something has come to its end, and there is something to be done with it; stays for a while,
     * or until that is done.
     *
     * @param action what the button says, a verb
     */
    void offer(String text, String action, Runnable act);

    /** Something worth knowing. */
    void info(String text);

    /** Something to beware of. */
    void warning(String text);

    /** Something failed; stays until it is closed and offers the details. */
    void failure(Failure failure);
}

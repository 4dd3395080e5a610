package org.outturn.tagging;

import org.outturn.failure.Failure;
import org.outturn.storage.ObjectTags;

/** What is known of an object's tags. */
public sealed interface TagState {

    /** Nobody has asked, or what was asked is forgotten. */
    record Unknown() implements TagState {}

    /** They are on their way. */
    record Loading() implements TagState {}

    /** They are there; may be none. */
    record Known(ObjectTags tags) implements TagState {}

    /**
     * The sign-in may not read tags in this bucket, or the server has none: nobody asks again.
     *
     * @param failure {@link Failure.AccessDenied} or {@link Failure.NotSupported}
     */
    record NotAllowed(Failure failure) implements TagState {}

    /** They could not be had this time. */
    record Failed(Failure failure) implements TagState {}
}

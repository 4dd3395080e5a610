package org.outturn.ui.common;

import org.outturn.failure.Failure;

/** Something that takes time to get: nobody asked, on its way, there, or failed. */
public sealed interface Loadable<T> {

    /** Nobody asked for it. */
    record Idle<T>() implements Loadable<T> {}

    /** It is on its way. */
    record Loading<T>() implements Loadable<T> {}

    /** It is there. */
    record Ready<T>(T value) implements Loadable<T> {}

    /** It could not be had. */
    record Failed<T>(Failure failure) implements Loadable<T> {}
}

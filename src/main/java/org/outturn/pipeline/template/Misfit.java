package org.outturn.pipeline.template;

/**
 * Where a template stopped fitting a key, and what it needs there. Places are in characters of the
 * key; a place may be empty where the key has nothing left.
 */
public sealed interface Misfit {

    /** Where what does not fit begins. */
    int start();

    /** Where it ends; at least {@link #start()}. */
    int end();

    /** A fixed text is expected here. */
    record Word(String word, int start, int end) implements Misfit {}

    /** A value is expected here. */
    record Value(Placeholder placeholder, int start, int end) implements Misfit {}

    /** Nothing more is expected. */
    record TooMuch(int start, int end) implements Misfit {}

    /**
     * The key ends where another segment is expected.
     *
     * @param segment how it looks, placeholders in braces by their names
     */
    record TooShort(String segment, int start, int end) implements Misfit {}

    /** Year, month and day name no day that there is. */
    record NoDay(int start, int end) implements Misfit {}
}

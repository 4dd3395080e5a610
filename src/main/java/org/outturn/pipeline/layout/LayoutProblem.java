package org.outturn.pipeline.layout;

/**
 * What is wrong with a layout file.
 *
 * @param where as a path in the file, for instance {@code layouts[0].outputs[2].keys[0]}; empty for
 *     the file as a whole
 * @param what in plain words
 */
public record LayoutProblem(String where, String what) {}

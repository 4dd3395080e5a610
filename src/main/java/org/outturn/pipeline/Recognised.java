package org.outturn.pipeline;

/**
 * A key that belongs to a pipeline's output.
 *
 * @param place where the output lies
 * @param output which output of that place the key belongs to, the same for all keys of one output
 *     and never empty: a job's folder name, a parsed document's {@code {epoch}_{document}} with
 *     spaces as underscores (ZIP and folder alike), the folder or the file otherwise, without a
 *     slash at its end
 */
public record Recognised(OutputPlace place, String output) {}

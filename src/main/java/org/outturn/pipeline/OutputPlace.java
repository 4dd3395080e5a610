package org.outturn.pipeline;

/**
 * Where outputs of one kind lie in a bucket, for instance {@link OutputKind#PARSED_DOCUMENTS} at
 * {@code monkeyocr/parsed/}.
 *
 * @param prefix what the keys of the outputs begin with; empty when they lie at the top of the
 *     bucket (job folders only), else ends in a slash
 */
public record OutputPlace(OutputKind kind, String prefix) {}

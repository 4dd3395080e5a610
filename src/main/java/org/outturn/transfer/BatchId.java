package org.outturn.transfer;

/**
 * Names one submitted plan of one queue.
 *
 * @param value counts up in the order of submission
 */
public record BatchId(long value) {}

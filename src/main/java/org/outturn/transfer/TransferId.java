package org.outturn.transfer;

/**
 * Names one transfer of one queue.
 *
 * @param value counts up in the order of submission
 */
public record TransferId(long value) {}

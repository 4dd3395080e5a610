package org.outturn.ui.outputs;

/**
 * How much is selected.
 *
 * @param objects those of whole outputs, and single files
 * @param bytes their sizes together
 */
public record SelectedAmount(int objects, long bytes) {}

package org.outturn.follow;

import org.outturn.catalog.Completeness;
import org.outturn.catalog.OutputTable;

/**
 * What a look has found.
 *
 * @param table the very table of the look before if nothing has changed
 * @param completeness complete, or partial when the bucket holds more than is looked at; what a
 *     quick look skips counts as looked at
 * @param whole whether every object was listed, and nothing skipped
 */
public record Look(OutputTable table, Completeness completeness, boolean whole) {}

package org.outturn.lifecycle;

import java.time.Instant;

/**
 * An object's move to another storage class that is to come.
 *
 * @param at the earliest moment; may be past: then it is due
 * @param rule the id of the rule that does it; empty if it has none
 * @param ifTagged whether it happens only if the object has tags that are not known
 */
public record Move(Instant at, String storageClass, String rule, boolean ifTagged) {}

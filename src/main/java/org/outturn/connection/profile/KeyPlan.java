package org.outturn.connection.profile;

/** What came of looking where a profile's keys come from. */
public sealed interface KeyPlan {

    /** It is known. */
    record Found(KeyOrigin origin) implements KeyPlan {}

    /** It is not. */
    record Faulty(PlanFault fault) implements KeyPlan {}
}

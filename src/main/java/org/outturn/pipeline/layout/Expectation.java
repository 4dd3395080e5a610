package org.outturn.pipeline.layout;

/** What a whole output has. Roles are given as sets: bit n stands for role n. */
public sealed interface Expectation {

    /**
     * If there is anything of {@code when}, then all of {@code roles} have to be there.
     *
     * @param when 0 for always
     */
    record All(long when, long roles) implements Expectation {}

    /** At least one of them has to be there. */
    record Any(long roles) implements Expectation {}

    /** Wherever there is {@code of}, all of {@code roles} have to be there for the same value. */
    record Each(int of, long roles) implements Expectation {}

    /** For at least one value, all of them have to be there: one attempt that went through. */
    record OneSet(long roles) implements Expectation {}
}

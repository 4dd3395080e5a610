package org.outturn.pipeline.layout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.outturn.pipeline.OutputKind;

/**
 * One form of output of a pipeline: how its keys look, what they tell, and what a whole one has.
 *
 * @param id unique in the layout, for instance {@code exports}
 * @param keys the forms of its keys; where several fit, the first counts
 * @param groupBy placeholders whose values tell one output from another; empty when every object is
 *     an output of its own
 * @param exact whether the keys are told by forms that nothing else has by chance; the others count
 *     only where no exact form fits
 * @param joined whether the keys of one output lie at several places below one prefix
 * @param roles what files can be; at most {@link #MOST_ROLES}
 * @param aside roles that tell of an output and are no part of it: a record of its upload. They
 *     count neither as its files nor as its bytes; bit n stands for role n
 * @param by a placeholder that tells files apart within an output: a product's name, the time of an
 *     attempt; empty if there is none
 * @param expects what a whole one has; nothing for files that are whole by being there
 * @param pairSeconds the ZIP and the folder of one document are one output if their times are no
 *     further apart; 0 if nothing is paired
 * @param waitsFor roles of which one has to come; until then the output is waiting
 * @param patience how long it may wait before nobody can tell whether anything will come
 * @param linkLifetime how long the pipeline's own links to it last; empty if it gives none
 */
public record OutputForm(
        String id,
        OutputKind kind,
        List<KeyForm> keys,
        List<String> groupBy,
        boolean exact,
        boolean joined,
        Fields fields,
        List<Role> roles,
        long aside,
        String by,
        List<Expectation> expects,
        int pairSeconds,
        long waitsFor,
        Optional<Duration> patience,
        Optional<Duration> linkLifetime) {
    /** Which roles were seen is kept in one number. */
    public static final int MOST_ROLES = 60;

    /**
     * What a file of an output can be.
     *
     * @param id for instance {@code layout-pdf}
     * @param name as operators call it
     */
    public record Role(String id, String name) {}

    /**
     * Which placeholders say what an operator asks for; empty where the key says nothing.
     *
     * @param zone the clock that wrote a stamp: a zone's name, or empty when it is the server's
     *     local one and not known
     * @param metadata user metadata that says the name where the key does not
     */
    public record Fields(
            String name, String produced, String zone, String user, String job, String metadata) {}

    public OutputForm {
        keys = List.copyOf(keys);
        groupBy = List.copyOf(groupBy);
        roles = List.copyOf(roles);
        expects = List.copyOf(expects);
        if (roles.size() > MOST_ROLES) {
            throw new IllegalArgumentException("too many roles");
        }
    }

    /** The number of a role; -1 if there is none of that id. */
    public int role(String role) {
        for (int i = 0; i < roles.size(); i++) {
            if (roles.get(i).id().equals(role)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether files of a role are no part of an output. */
    public boolean isAside(int role) {
        return role >= 0 && (aside & 1L << role) != 0;
    }

    /** Whether every object is an output of its own. */
    public boolean isSingle() {
        return groupBy.isEmpty();
    }
}

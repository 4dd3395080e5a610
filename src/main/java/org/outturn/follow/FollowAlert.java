package org.outturn.follow;

import java.util.List;
import org.outturn.catalog.OutputRow;

/** What an operator is to be told of after one look. */
public sealed interface FollowAlert {

    /** These came. */
    record Fresh(List<OutputRow> outputs) implements FollowAlert {
        public Fresh {
            outputs = List.copyOf(outputs);
        }
    }

    /** These became complete. */
    record Completed(List<OutputRow> outputs) implements FollowAlert {
        public Completed {
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * These have been partial for longer than they should.
     *
     * @param minutes for more than this
     */
    record StillPartial(List<OutputRow> outputs, int minutes) implements FollowAlert {
        public StillPartial {
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * Too many came to nothing within {@link FailureWindow#LENGTH}.
     *
     * @param failed so many failed
     * @param ended of so many that ended
     */
    record Failing(int failed, int ended) implements FollowAlert {}
}

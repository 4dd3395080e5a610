package org.outturn.faults;

import java.util.List;
import org.outturn.transfer.TransferQueue;

/** One load, planned, to be carried out by a queue on a connection that has its troubles. */
interface Work {

    /** Puts it into a queue. */
    void submit(TransferQueue queue);

    /** What is there and should not be as it is: damaged, foreign, left over. */
    List<String> wrong();

    /** What is not there. */
    List<String> missing();
}

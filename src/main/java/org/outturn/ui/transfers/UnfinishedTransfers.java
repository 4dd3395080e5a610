package org.outturn.ui.transfers;

import java.util.Map;
import org.outturn.journal.Journal;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.common.TaskRunner;

/** Tells of transfers that wait for their connection to be opened. */
record UnfinishedTransfers(TaskRunner tasks, Notifier notifier, Messages messages) {

    /**
     * @param known what connections are called that the journal knows otherwise
     * @param opening nothing needs to be said of this one
     */
    void tell(Journal journal, Map<String, String> known, String opening) {
        tasks.run(
                "look for unfinished transfers",
                _ -> journal.open(),
                open ->
                        open.forEach((connection, count) -> {
                            if (!connection.equals(opening)) {
                                notifier.info(
                                        messages.text(
                                                "transfers.unfinished",
                                                count,
                                                known.getOrDefault(connection, connection)));
                            }
                        }),
                notifier::failure);
    }
}

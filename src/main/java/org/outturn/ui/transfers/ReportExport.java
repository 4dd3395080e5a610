package org.outturn.ui.transfers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.transfer.TransferSnapshot;
import org.outturn.ui.common.FileChoosers;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.common.TaskRunner;

/** Saves what became of the transfers, where the operator wants it. Used on the JavaFX thread. */
public record ReportExport(
        TaskRunner tasks, Notifier notifier, Messages messages, FileChoosers choosers) {
    private static final String SUGGESTED = "Outturn report.csv";

    void save(List<TransferSnapshot> transfers) {
        choosers.fileToSave(messages.text("transfers.report"), SUGGESTED)
                .ifPresent(file ->
                        tasks.run(
                                "save report",
                                _ -> {
                                    write(transfers, file);
                                    return file;
                                },
                                saved ->
                                        notifier.success(
                                                messages.text("transfers.report.saved", saved)),
                                notifier::failure));
    }

    private void write(List<TransferSnapshot> transfers, Path file) {
        List<ReportRow> rows =
                transfers.stream().map(transfer -> ReportRow.of(transfer, messages)).toList();
        try {
            ReportFile.write(rows, file);
        } catch (IOException e) {
            throw new FailureException(
                    new Failure.LocalFile(
                            file.toString(),
                            new Attempt("WriteLocalFile", file.toString()),
                            Technical.of(e.toString())),
                    e);
        }
    }
}

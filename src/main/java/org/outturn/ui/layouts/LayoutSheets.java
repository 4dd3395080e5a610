package org.outturn.ui.layouts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.OutputTable;
import org.outturn.pipeline.layout.OutputForm;
import org.outturn.ui.common.Dialogs;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.common.TaskRunner;

/** Opens the sheet that says how keys are read. Used on the JavaFX thread. */
public final class LayoutSheets {
    /** So many keys of each sort are shown to begin with. */
    private static final int SAMPLES = 4;

    private final LayoutsViewModel model;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Notifier notifier;
    private final Messages messages;
    private final Consumer<String> clipboard;

    /**
     * @param clipboard puts a text into the system's clipboard
     */
    public LayoutSheets(
            LayoutsViewModel model,
            TaskRunner tasks,
            Dialogs dialogs,
            Notifier notifier,
            Messages messages,
            Consumer<String> clipboard) {
        this.model = model;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.notifier = notifier;
        this.messages = messages;
        this.clipboard = clipboard;
    }

    /**
     * Opens it.
     *
     * @param wanted keys to explain; if there are none, samples of the bucket are
     * @param table what the open bucket has, if it is known
     */
    public void show(List<String> wanted, Optional<OutputTable> table) {
        dialogs.show(close -> {
            var sheet = new LayoutsSheet(model, tasks, messages, this::copy, close);
            if (!wanted.isEmpty()) {
                sheet.propose(wanted);
            } else if (table.isPresent()) {
                tasks.run(
                        "choose sample keys",
                        _ -> samples(table.get()),
                        sheet::propose,
                        notifier::failure);
            }
            return sheet;
        });
    }

    private void copy(String folder) {
        clipboard.accept(folder);
        notifier.success(messages.text("layouts.copied"));
    }

    /** A key of each of some forms of output, and some that are read by none. */
    private static List<String> samples(OutputTable table) {
        var keys = new ArrayList<String>(table.unread(SAMPLES));
        Set<OutputForm> seen = new HashSet<>();
        for (OutputRow row : table.rows()) {
            if (seen.size() < SAMPLES && seen.add(row.form())) {
                keys.add(row.firstKey());
            }
        }
        return keys;
    }
}

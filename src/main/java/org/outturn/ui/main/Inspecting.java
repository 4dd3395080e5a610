package org.outturn.ui.main;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.outturn.catalog.ListingRow;
import org.outturn.catalog.OutputFile;
import org.outturn.catalog.OutputRow;
import org.outturn.lifecycle.Coverage;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;
import org.outturn.ui.inspector.Inspected;
import org.outturn.ui.outputs.OutputLine;
import org.outturn.ui.outputs.OutputScope;
import org.outturn.ui.outputs.SelectedAmount;

/** Brings what is selected, in the table that is shown, to the inspector. */
final class Inspecting {
    private final Navigation.Models models;
    private final ReadOnlyBooleanProperty outputsShown;

    Inspecting(Navigation.Models models, ReadOnlyBooleanWrapper outputsShown) {
        this.models = models;
        this.outputsShown = outputsShown.getReadOnlyProperty();
    }

    void begin() {
        models.browser().stateProperty().subscribe(_ -> inspect());
        models.browser().locationProperty().subscribe(_ -> inspect());
        models.browser().selectionProperty().subscribe(_ -> inspect());
        models.outputs().selectionProperty().subscribe(_ -> inspect());
        models.outputs().onLearned(this::inspect);
        models.outputs().scopeProperty().subscribe(_ -> inspect());
        models.outputs().coverageProperty().subscribe(_ -> inspect());
        outputsShown.subscribe(_ -> inspect());
    }

    private void inspect() {
        Inspected now = outputsShown.get() ? selectedOutputs() : selectedFiles();
        if (!now.equals(models.inspector().inspectedProperty().get())) {
            models.inspector().show(now);
        }
    }

    private Inspected selectedFiles() {
        List<ListingRow> rows = models.browser().selectionProperty().get();
        return switch (rows.size()) {
            case 0 -> new Inspected.Nothing();
            case 1 -> one(rows.getFirst());
            default -> several(rows);
        };
    }

    private Inspected selectedOutputs() {
        List<OutputLine> lines = models.outputs().selectionProperty().get();
        if (lines.isEmpty()) {
            OutputScope scope = models.outputs().scopeProperty().get();
            Coverage coverage = models.outputs().coverageProperty().get();
            return scope != null && scope.goingSoon() && coverage != null
                    ? new Inspected.Rules(coverage)
                    : new Inspected.Nothing();
        }
        if (lines.size() > 1) {
            SelectedAmount amount = models.outputs().selectedAmount();
            return new Inspected.Several(amount.objects(), 0, amount.bytes());
        }
        return switch (lines.getFirst()) {
            case OutputLine.OfOutput(OutputRow row, _, _) ->
                    new Inspected.OneOutput(
                            row,
                            models.outputs().lookup().name(row),
                            models.outputs().lookup().status(row),
                            object(row),
                            models.outputs().unheard(row));
            case OutputLine.OfFile(_, OutputFile file) -> one(file.row());
        };
    }

    /** An output that is one object can be looked into at once. */
    private Optional<ObjectAddress> object(OutputRow row) {
        Prefix bucket = models.places().bucketProperty().get();
        return row.form().isSingle() && row.files() == 1 && bucket != null
                ? Optional.of(new ObjectAddress(bucket.bucket(), row.firstKey()))
                : Optional.empty();
    }

    private static Inspected one(ListingRow row) {
        return row.isFolder()
                ? new Inspected.OneFolder(row.prefix())
                : new Inspected.OneObject(row.address());
    }

    private static Inspected several(List<ListingRow> rows) {
        int folders = (int) rows.stream().filter(ListingRow::isFolder).count();
        long bytes = rows.stream().filter(row -> !row.isFolder()).mapToLong(ListingRow::size).sum();
        return new Inspected.Several(rows.size() - folders, folders, bytes);
    }
}

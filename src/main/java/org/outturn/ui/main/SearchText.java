package org.outturn.ui.main;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;

/** One field for two tables: its text is the filter of the one that is shown. */
final class SearchText {
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty files;
    private final StringProperty outputs;
    private final ObservableBooleanValue outputsShown;

    SearchText(StringProperty files, StringProperty outputs, ObservableBooleanValue outputsShown) {
        this.files = files;
        this.outputs = outputs;
        this.outputsShown = outputsShown;
        text.subscribe(typed -> shown().set(typed));
        files.subscribe(_ -> follow());
        outputs.subscribe(_ -> follow());
        outputsShown.subscribe(_ -> follow());
    }

    private StringProperty shown() {
        return outputsShown.get() ? outputs : files;
    }

    private void follow() {
        text.set(shown().get());
    }

    StringProperty textProperty() {
        return text;
    }
}

package org.outturn.ui.browser;

import org.outturn.storage.Prefix;

/** What the places on the left ask for. Called on the JavaFX thread. */
public interface PlaceActions {

    /** Outputs are to be shown. */
    void openOutputs(OutputsChoice choice);

    /** The files of a folder are to be shown. */
    void openFolder(Prefix folder);
}

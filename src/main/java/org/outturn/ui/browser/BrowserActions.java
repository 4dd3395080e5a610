package org.outturn.ui.browser;

import java.nio.file.Path;
import java.util.List;
import org.outturn.catalog.ListingRow;
import org.outturn.rearrange.PlanRequest;
import org.outturn.rearrange.RearrangePlan;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;

/** What the table asks of other features; they answer on their own. Called on the JavaFX thread. */
public interface BrowserActions {

    /** Files and folders are to be uploaded to a place. */
    void upload(List<Path> files, Prefix target);

    /** The same, but how they are stored is asked in any case. */
    void uploadAsking(List<Path> files, Prefix target);

    /** Rows of a place are to be downloaded to a folder. */
    void download(Prefix place, List<ListingRow> rows, Path folder);

    /** The server is to copy, move or rename what a plan will say. */
    void rearrange(PlanRequest wanted);

    /**
     * The operator wants to change tags.
     *
     * @param folders all objects below these, too
     */
    void tag(List<ObjectAddress> objects, List<Prefix> folders);

    /** The operator wants objects deleted. */
    void delete(RearrangePlan agreed);
}

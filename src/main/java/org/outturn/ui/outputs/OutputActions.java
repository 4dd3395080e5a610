package org.outturn.ui.outputs;

import java.nio.file.Path;
import java.util.List;
import org.outturn.catalog.ListingRow;
import org.outturn.catalog.OutputRow;
import org.outturn.storage.ObjectStore;

/** What the table of outputs asks of other features. Called on the JavaFX thread. */
public interface OutputActions {

    /** Presigned links of objects are wanted in the clipboard. */
    void copyLinks(ObjectStore store, List<ListingRow> objects);

    /** Objects are to be downloaded to a folder. */
    void download(List<ListingRow> objects, Path folder);

    /** Objects are to be deleted, after a question. */
    void delete(List<ListingRow> objects);

    /** Those of some objects that are in an archive are to be restored, after a question. */
    void restore(List<ListingRow> objects);

    /** The tags of objects are to be changed. */
    void tag(List<ListingRow> objects);

    /** What the bucket lacks of a job is to be uploaded from its folder, after a question. */
    void uploadMissing(OutputRow job, Path folder);

    /** The plain files are wanted: an output in its folder, or an object among the others. */
    void reveal(OutputRow row, String key);

    /** How keys are read is to be explained. */
    void explain(List<String> keys);

    /** What pipelines left behind in the bucket is to be shown. */
    void leftovers();

    /** The bucket is to be looked at again. */
    void refresh();
}

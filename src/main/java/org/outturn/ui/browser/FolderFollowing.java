package org.outturn.ui.browser;

import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.Prefix;

/** Follows a folder, which is not the table's own work. Used on the JavaFX thread. */
public interface FolderFollowing {

    /** What is followed: a folder, a whole bucket, or nothing. */
    ReadOnlyObjectProperty<@Nullable Prefix> followedProperty();

    /** Follows a place of the open bucket alone, or nothing any more. */
    void follow(Prefix place, boolean on);
}

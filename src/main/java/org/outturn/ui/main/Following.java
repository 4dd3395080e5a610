package org.outturn.ui.main;

import org.jspecify.annotations.Nullable;
import org.outturn.catalog.Completeness;
import org.outturn.ui.browser.PlacesViewModel;
import org.outturn.ui.outputs.FollowViewModel;
import org.outturn.ui.outputs.OutputsViewModel;

/**
 * Lets following begin with what the places have counted, and hands what it finds back to them: so
 * the places stay the one source of the table. Used on the JavaFX thread.
 */
public final class Following {
    private final FollowViewModel follow;
    private final OutputsViewModel outputs;

    public Following(FollowViewModel follow, PlacesViewModel places, OutputsViewModel outputs) {
        this.follow = follow;
        this.outputs = outputs;
        follow.onLooked(places::took);
        places.refreshedBy(follow::lookNow);
        places.outputsProperty().subscribe(this::counted);
    }

    private void counted(PlacesViewModel.@Nullable Outputs found) {
        follow.counted(
                outputs.store(),
                found == null ? null : found.table(),
                found == null ? new Completeness.Running() : found.completeness());
    }
}

package org.outturn.ui.main;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.Completeness;
import org.outturn.catalog.OutputTable;
import org.outturn.storage.Prefix;
import org.outturn.ui.browser.FolderFollowing;
import org.outturn.ui.browser.PlacesViewModel;
import org.outturn.ui.outputs.FollowViewModel;

/**
 * Lets following begin with what the places have counted, and hands what it finds back to them: so
 * the places stay the one source of the table. Used on the JavaFX thread.
 */
public final class Following implements FolderFollowing {
    private final FollowViewModel follow;
    private final Navigation.Models models;
    private final ReadOnlyObjectWrapper<@Nullable Prefix> followed = new ReadOnlyObjectWrapper<>();
    private @Nullable OutputTable last;

    public Following(FollowViewModel follow, Navigation.Models models) {
        this.follow = follow;
        this.models = models;
        follow.onLooked(this::looked);
        models.places().refreshedBy(follow::lookNow);
        models.places().outputsProperty().subscribe(this::counted);
        follow.choiceProperty().subscribe(_ -> show());
        follow.placeProperty().subscribe(_ -> show());
        models.places().bucketProperty().subscribe(_ -> show());
    }

    private void counted(PlacesViewModel.@Nullable Outputs found) {
        follow.counted(
                models.outputs().store(),
                found == null ? null : found.table(),
                found == null ? new Completeness.Running() : found.completeness());
    }

    private void looked(OutputTable table, Completeness how) {
        models.places().took(table, how);
        Prefix seen = models.browser().locationProperty().get();
        Prefix place = followed.get();
        boolean files = models.places().shownProperty().get() == null;
        boolean within =
                seen != null
                        && place != null
                        && seen.bucket().equals(place.bucket())
                        && seen.value().startsWith(place.value());
        boolean changed = last != table;
        last = table;
        if (files && within && changed) {
            models.browser().refreshIfSmall();
        }
    }

    private void show() {
        Prefix open = models.places().bucketProperty().get();
        followed.set(
                open == null || !follow.choiceProperty().get().on()
                        ? null
                        : new Prefix(open.bucket(), follow.placeProperty().get()));
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Prefix> followedProperty() {
        return followed.getReadOnlyProperty();
    }

    @Override
    public void follow(Prefix place, boolean on) {
        if (on) {
            follow.only(place);
        } else {
            follow.follow(false);
        }
    }
}

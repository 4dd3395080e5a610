package org.outturn.ui.browser;

import atlantafx.base.controls.Breadcrumbs;
import atlantafx.base.controls.Breadcrumbs.BreadCrumbItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.Prefix;

/** The open place as a path; each level can be clicked. Levels in the middle of a long path are left out. */
final class PathCrumbs {
    private static final int MOST = 5;
    private static final int LONGEST = 28;

    private final Breadcrumbs<Prefix> crumbs;

    PathCrumbs(Breadcrumbs<Prefix> crumbs) {
        this.crumbs = crumbs;
    }

    void show(ReadOnlyObjectProperty<@Nullable Prefix> location, Consumer<Prefix> open) {
        crumbs.setAutoNavigationEnabled(false);
        crumbs.setCrumbFactory(PathCrumbs::crumb);
        crumbs.setOnCrumbAction(event -> open.accept(event.getSelectedCrumb().getValue()));
        location.subscribe(
                place -> {
                    if (place == null) {
                        crumbs.setSelectedCrumb(null);
                    } else {
                        crumbs.setSelectedCrumb(Breadcrumbs.buildTreeModel(path(place).toArray(Prefix[]::new)));
                    }
                });
    }

    private static Hyperlink crumb(BreadCrumbItem<Prefix> item) {
        Prefix place = item.getValue();
        String name = RowNames.visible(place.isRoot() ? place.bucket() : place.name());
        String text = name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
        var link = new Hyperlink(text.isEmpty() ? "/" : text);
        link.setMnemonicParsing(false);
        link.setFocusTraversable(false);
        link.setAccessibleText(name);
        link.setTooltip(new Tooltip(place.s3Uri()));
        if (item.isLast()) {
            link.getStyleClass().add("last-crumb");
        }
        return link;
    }

    /** From the bucket down to the place. */
    static List<Prefix> path(Prefix place) {
        var path = new ArrayList<Prefix>();
        for (Prefix at = place; !at.isRoot(); at = at.parent()) {
            path.add(at);
        }
        path.add(Prefix.root(place.bucket()));
        Collections.reverse(path);
        while (path.size() > MOST) {
            path.remove(1);
        }
        return path;
    }
}

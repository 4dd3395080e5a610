package org.outturn.ui.browser;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.Prefix;

/**
 * The open place as a path; each level can be clicked. Levels in the middle of a long path are left
 * out.
 */
final class PathCrumbs {
    private static final int MOST = 4;
    private static final int LONGEST = 28;

    private final HBox crumbs;

    PathCrumbs(HBox crumbs) {
        this.crumbs = crumbs;
    }

    void show(ReadOnlyObjectProperty<@Nullable Prefix> location, Consumer<Prefix> open) {
        location.subscribe(place ->
                crumbs.getChildren().setAll(place == null ? List.of() : nodes(path(place), open)));
    }

    private static List<Node> nodes(List<Prefix> path, Consumer<Prefix> open) {
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < path.size(); i++) {
            if (i > 0) {
                nodes.add(gap(path.get(i).parent().equals(path.get(i - 1)) ? "/" : "/ … /"));
            }
            boolean last = i == path.size() - 1;
            nodes.add(last ? here(path.get(i)) : crumb(path.get(i), open));
        }
        return nodes;
    }

    private static Label gap(String text) {
        var gap = new Label(text);
        gap.getStyleClass().add("crumb-gap");
        gap.setMinWidth(Region.USE_PREF_SIZE);
        return gap;
    }

    private static Node here(Prefix place) {
        var here = new Label(name(place, Integer.MAX_VALUE));
        here.getStyleClass().add("last-crumb");
        here.setTooltip(new Tooltip(place.s3Uri()));
        here.setMinWidth(0);
        return here;
    }

    private static Node crumb(Prefix place, Consumer<Prefix> open) {
        var link = new Hyperlink(name(place, LONGEST));
        link.setMnemonicParsing(false);
        link.setAccessibleText(name(place, Integer.MAX_VALUE));
        link.setTooltip(new Tooltip(place.s3Uri()));
        link.setOnAction(_ -> {
            link.setVisited(false);
            open.accept(place);
        });
        return link;
    }

    private static String name(Prefix place, int longest) {
        String name = RowNames.visible(place.isRoot() ? place.bucket() : place.name());
        if (name.isEmpty()) {
            return "/";
        }
        return name.length() > longest ? name.substring(0, longest - 1) + "…" : name;
    }

    /** From the bucket down to the place; the first and the last levels of a long path. */
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

package org.outturn.ui.browser;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.fxml.FXML;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.Completeness;
import org.outturn.pipeline.OutputKind;
import org.outturn.pipeline.PlaceCount;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** The panel on the left: outputs by their plain names, then all folders. */
public final class PlacesController {
    private final PlacesViewModel model;
    private final BrowserViewModel browser;
    private final PlaceActions actions;
    private final Messages messages;
    private final Formats formats;

    private final TreeItem<PlaceNode> top = new TreeItem<>();
    private final TreeItem<PlaceNode> outputs = new TreeItem<>();
    private final TreeItem<PlaceNode> files = new TreeItem<>();
    private boolean following;

    @FXML private TreeView<PlaceNode> tree;

    public PlacesController(
            PlacesViewModel model,
            BrowserViewModel browser,
            PlaceActions actions,
            Messages messages,
            Formats formats) {
        this.model = model;
        this.browser = browser;
        this.actions = actions;
        this.messages = messages;
        this.formats = formats;
    }

    @FXML
    private void initialize() {
        outputs.setValue(new PlaceNode.Heading(messages.text("places.outputs")));
        files.setValue(new PlaceNode.Heading(messages.text("places.files")));
        top.getChildren().add(outputs);
        top.getChildren().add(files);
        outputs.setExpanded(true);
        files.setExpanded(true);
        tree.setRoot(top);
        tree.setCellFactory(_ -> new PlaceCell(messages, formats));
        tree.getSelectionModel()
                .selectedItemProperty()
                .subscribe(item -> {
                    if (item != null && !following) {
                        open(item);
                    }
                });
        model.bucketProperty().subscribe(this::showBucket);
        model.outputsProperty().subscribe(this::showOutputs);
        browser.locationProperty().subscribe(_ -> follow());
        model.shownProperty().subscribe(_ -> follow());
        model.ageProperty().subscribe(_ -> refill(files));
    }

    private void open(TreeItem<PlaceNode> item) {
        switch (item.getValue()) {
            case PlaceNode.View(OutputsChoice choice, _) -> actions.openOutputs(choice);
            case PlaceNode.Kind(OutputKind kind, _) -> {
                item.setExpanded(true);
                actions.openOutputs(OutputsChoice.of(kind));
            }
            case PlaceNode.Place(PlaceCount count) ->
                    actions.openOutputs(
                            OutputsChoice.of(count.place().kind(), count.place().prefix()));
            case PlaceNode.Folder(Prefix prefix) -> actions.openFolder(prefix);
            case PlaceNode.Heading(_), PlaceNode.Note(_) -> {}
        }
    }

    private void showBucket(@Nullable Prefix root) {
        if (root == null) {
            files.getChildren().clear();
        } else {
            files.getChildren().setAll(List.of(folder(root)));
            files.getChildren().getFirst().setExpanded(true);
        }
    }

    private void showOutputs(PlacesViewModel.@Nullable Outputs found) {
        following = true;
        TreeItem<PlaceNode> selected = tree.getSelectionModel().getSelectedItem();
        var open = EnumSet.noneOf(OutputKind.class);
        for (TreeItem<PlaceNode> before : outputs.getChildren()) {
            if (before.isExpanded()
                    && before.getValue() instanceof PlaceNode.Kind(OutputKind kind, _)) {
                open.add(kind);
            }
        }
        var items = new ArrayList<TreeItem<PlaceNode>>();
        if (found == null) {
            items.add(note(messages.text("places.counting")));
        } else {
            if (!found.kinds().isEmpty()) {
                long all = found.table().rows().size();
                items.add(new TreeItem<>(new PlaceNode.View(OutputsChoice.EVERYTHING, all)));
                items.add(new TreeItem<>(new PlaceNode.View(OutputsChoice.GOING_SOON, -1)));
            }
            for (Map.Entry<OutputKind, List<PlaceCount>> kind : found.kinds().entrySet()) {
                TreeItem<PlaceNode> item = kind(kind.getKey(), kind.getValue());
                item.setExpanded(open.contains(kind.getKey()));
                items.add(item);
            }
            String remark = remark(found);
            if (!remark.isEmpty()) {
                items.add(note(remark));
            }
        }
        outputs.getChildren().setAll(items);
        if (selected != null && selected.getParent() == null) {
            tree.getSelectionModel().clearSelection();
        }
        following = false;
        follow();
    }

    private String remark(PlacesViewModel.Outputs found) {
        return switch (found.completeness()) {
            case Completeness.Running() -> messages.text("places.counting");
            case Completeness.Complete(_) ->
                    found.kinds().isEmpty() ? messages.text("places.none") : "";
            case Completeness.Partial(_, _) ->
                    messages.text("places.bounded", PlacesViewModel.MOST_OBJECTS);
            case Completeness.Failed(_, _) -> messages.text("places.failed");
        };
    }

    private static TreeItem<PlaceNode> kind(OutputKind kind, List<PlaceCount> places) {
        var item = new TreeItem<PlaceNode>(new PlaceNode.Kind(kind, places));
        if (places.size() > 1) {
            places.forEach(
                    place -> item.getChildren().add(new TreeItem<>(new PlaceNode.Place(place))));
        }
        return item;
    }

    private static TreeItem<PlaceNode> note(String text) {
        return new TreeItem<>(new PlaceNode.Note(text));
    }

    /** A folder lists its children when it is opened for the first time. */
    private TreeItem<PlaceNode> folder(Prefix prefix) {
        var item = new TreeItem<PlaceNode>(new PlaceNode.Folder(prefix));
        item.getChildren().add(note(messages.text("browser.loading")));
        var asked = new boolean[1];
        item.expandedProperty()
                .subscribe(open -> {
                    if (open && !asked[0]) {
                        asked[0] = true;
                        fill(item, prefix, asked);
                    }
                });
        return item;
    }

    private void fill(TreeItem<PlaceNode> item, Prefix prefix, boolean[] asked) {
        model.folders(
                prefix,
                found -> {
                    following = true;
                    merge(item, found);
                    following = false;
                    follow();
                },
                _ -> {
                    // asked again when it is opened again
                    asked[0] = false;
                    item.getChildren().setAll(List.of(note(messages.text("places.failed"))));
                    item.setExpanded(false);
                });
    }

    /** Folders that stay keep their line, and with it what is open below them. */
    private void merge(TreeItem<PlaceNode> item, PlacesViewModel.Folders found) {
        var known = new HashMap<PlaceNode, TreeItem<PlaceNode>>();
        item.getChildren().forEach(child -> known.put(child.getValue(), child));
        var children = new ArrayList<TreeItem<PlaceNode>>();
        for (Prefix child : found.folders()) {
            TreeItem<PlaceNode> before = known.get(new PlaceNode.Folder(child));
            children.add(before == null ? folder(child) : before);
        }
        if (found.more()) {
            children.add(note(messages.text("places.more")));
        }
        if (!children.equals(item.getChildren())) {
            item.getChildren().setAll(children);
        }
    }

    /** Lists the open folders of the tree again. */
    private void refill(TreeItem<PlaceNode> under) {
        for (TreeItem<PlaceNode> item : List.copyOf(under.getChildren())) {
            if (item.isExpanded() && item.getValue() instanceof PlaceNode.Folder(Prefix prefix)) {
                fill(item, prefix, new boolean[1]);
                refill(item);
            }
        }
    }

    /** Marks the line that stands for what is shown, if there is one in sight. */
    private void follow() {
        Prefix place = browser.locationProperty().get();
        OutputsChoice outputsShown = model.shownProperty().get();
        Predicate<PlaceNode> wanted =
                outputsShown == null
                        ? node -> node instanceof PlaceNode.Folder(Prefix p) && p.equals(place)
                        : node -> outputsShown.equals(choice(node));
        following = true;
        TreeItem<PlaceNode> selected = tree.getSelectionModel().getSelectedItem();
        if (selected == null || !wanted.test(selected.getValue())) {
            TreeItem<PlaceNode> found = find(top, wanted);
            if (found == null) {
                tree.getSelectionModel().clearSelection();
            } else {
                tree.getSelectionModel().select(found);
            }
        }
        following = false;
    }

    private static @Nullable TreeItem<PlaceNode> find(
            TreeItem<PlaceNode> under, Predicate<PlaceNode> wanted) {
        for (TreeItem<PlaceNode> item : under.getChildren()) {
            if (wanted.test(item.getValue())) {
                return item;
            }
            TreeItem<PlaceNode> below = item.isExpanded() ? find(item, wanted) : null;
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    /** Which outputs a line stands for; nothing for a folder. */
    private static @Nullable OutputsChoice choice(PlaceNode node) {
        return switch (node) {
            case PlaceNode.View(OutputsChoice choice, _) -> choice;
            case PlaceNode.Kind(OutputKind kind, _) -> OutputsChoice.of(kind);
            case PlaceNode.Place(PlaceCount count) ->
                    OutputsChoice.of(count.place().kind(), count.place().prefix());
            case PlaceNode.Folder(_), PlaceNode.Heading(_), PlaceNode.Note(_) -> null;
        };
    }
}

package org.outturn.testkit;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Which node a click in the middle of another would meet: that one, or what covers it. */
final class OnTop {
    private OnTop() {}

    /** What is in the way; empty when nothing is. To be asked on the JavaFX thread. */
    static Optional<Node> inTheWay(Node wanted) {
        Bounds bounds = wanted.getLayoutBounds();
        Point2D middle = wanted.localToScene(bounds.getCenterX(), bounds.getCenterY());
        return at(wanted.getScene().getRoot(), middle)
                .filter(met -> !isWithin(met, wanted) && !isWithin(wanted, met));
    }

    private static boolean isWithin(Node node, Node around) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == around) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Node> at(Node node, Point2D place) {
        Point2D local = node.sceneToLocal(place);
        boolean met = node.isVisible() && !node.isMouseTransparent() && local != null;
        if (!met || node.getClip() != null && !node.getClip().contains(clipped(node, local))) {
            return Optional.empty();
        }
        if (node instanceof Parent parent) {
            List<Node> children = parent.getChildrenUnmodifiable();
            for (Node child : children.reversed()) {
                Optional<Node> found = at(child, place);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return node.contains(local) ? Optional.of(node) : Optional.empty();
    }

    private static Point2D clipped(Node node, Point2D local) {
        return node.getClip().parentToLocal(local);
    }
}

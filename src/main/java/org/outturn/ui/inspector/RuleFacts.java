package org.outturn.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.outturn.lifecycle.Coverage;
import org.outturn.lifecycle.RuleCoverage;
import org.outturn.storage.LifecycleRule;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** Each lifecycle rule with what it holds for, and what none of them reaches. */
final class RuleFacts {
    private final Messages messages;
    private final Formats formats;

    RuleFacts(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    List<Node> of(Coverage coverage) {
        var nodes = new ArrayList<Node>();
        if (coverage.rules().isEmpty()) {
            nodes.add(line("rules.none", "text-muted"));
        }
        coverage.rules().forEach(covered -> nodes.add(rule(covered)));
        if (coverage.neverExpiring().objects() > 0) {
            nodes.add(amount(coverage.neverExpiring(), "rules.never"));
        }
        if (coverage.perhapsExpiring().objects() > 0) {
            nodes.add(amount(coverage.perhapsExpiring(), "rules.perhaps"));
        }
        return nodes;
    }

    private Node rule(RuleCoverage.Covered covered) {
        LifecycleRule rule = covered.rule();
        boolean idle = !rule.enabled() || covered.matchesNothing();
        var icon =
                new FontIcon(idle ? MaterialDesignA.ALERT_CIRCLE_OUTLINE : MaterialDesignC.CHECK);
        icon.getStyleClass().add(idle ? "state-partial" : "state-complete");
        var name =
                new Label(
                        rule.id().isEmpty() ? messages.text("outcome.expires.unnamed") : rule.id(),
                        icon);
        name.getStyleClass().add("fact-title");
        name.setWrapText(true);
        var box = new VBox(3, name);
        String prefix = rule.filter().prefix();
        box.getChildren()
                .add(
                        text(
                                prefix.isEmpty()
                                        ? messages.text("rules.everywhere")
                                        : messages.text("rules.below", prefix),
                                "fact"));
        if (!rule.enabled()) {
            box.getChildren().add(line("rules.disabled", "fact"));
        }
        if (covered.matchesNothing()) {
            box.getChildren().add(line("rules.matchesNothing", "complaint"));
        } else {
            box.getChildren().add(amount(covered.certain(), "rules.holds"));
        }
        return box;
    }

    private Label amount(RuleCoverage.Amount amount, String key) {
        return text(messages.text(key, amount.objects(), formats.size(amount.bytes())), "fact");
    }

    private Label line(String key, String style) {
        return text(messages.text(key), style);
    }

    private static Label text(String words, String style) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}

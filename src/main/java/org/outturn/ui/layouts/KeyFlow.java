package org.outturn.ui.layouts;

import java.util.Arrays;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.outturn.pipeline.template.MatchExplanation;

/** A key as text: values stand out, and what does not fit is underlined. */
final class KeyFlow {
    private static final int PLAIN = 0;
    private static final int VALUE = 1;
    private static final int WRONG = 2;
    private static final String[] STYLES = {"key-plain", "key-value", "key-wrong"};

    private KeyFlow() {}

    static TextFlow plain(String key) {
        return flow(key, new int[key.length()]);
    }

    static TextFlow of(MatchExplanation explanation) {
        String key = explanation.key();
        var styles = new int[key.length()];
        for (MatchExplanation.Part part : explanation.parts()) {
            boolean value = part.placeholder().isPresent() && part.start() >= explanation.from();
            Arrays.fill(styles, part.start(), part.end(), value ? VALUE : PLAIN);
        }
        explanation
                .misfit()
                .ifPresent(wrong -> Arrays.fill(styles, wrong.start(), wrong.end(), WRONG));
        return flow(key, styles);
    }

    private static TextFlow flow(String key, int[] styles) {
        var flow = new TextFlow();
        flow.getStyleClass().add("key-flow");
        int start = 0;
        for (int i = 1; i <= key.length(); i++) {
            if (i == key.length() || styles[i] != styles[start]) {
                var text = new Text(key.substring(start, i));
                text.getStyleClass().add(STYLES[styles[start]]);
                flow.getChildren().add(text);
                start = i;
            }
        }
        return flow;
    }
}

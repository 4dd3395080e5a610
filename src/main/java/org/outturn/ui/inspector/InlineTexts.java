package org.outturn.ui.inspector;

import java.text.MessageFormat;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** The inside of one Markdown block as a flow of styled texts. Links are shown, not followed. */
final class InlineTexts {
    private final String imageLabel;

    InlineTexts(String imageLabel) {
        this.imageLabel = imageLabel;
    }

    TextFlow flow(Node block) {
        var flow = new TextFlow();
        var visitor = new Inlines(flow);
        for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
            child.accept(visitor);
        }
        return flow;
    }

    private final class Inlines extends AbstractVisitor {
        private final TextFlow flow;
        private boolean strong;
        private boolean emphasis;
        private boolean link;

        Inlines(TextFlow flow) {
            this.flow = flow;
        }

        private void add(String content, String... styles) {
            var text = new Text(content);
            text.getStyleClass().add("md-text");
            text.getStyleClass().addAll(styles);
            if (strong) {
                text.getStyleClass().add("md-strong");
            }
            if (emphasis) {
                text.getStyleClass().add("md-emphasis");
            }
            if (link) {
                text.getStyleClass().add("md-link");
            }
            flow.getChildren().add(text);
        }

        @Override
        public void visit(org.commonmark.node.Text text) {
            add(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            add(code.getLiteral(), "md-code");
        }

        @Override
        public void visit(HtmlInline html) {
            add(html.getLiteral(), "md-code");
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            add(" ");
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            add("\n");
        }

        @Override
        public void visit(StrongEmphasis node) {
            boolean before = strong;
            strong = true;
            visitChildren(node);
            strong = before;
        }

        @Override
        public void visit(Emphasis node) {
            boolean before = emphasis;
            emphasis = true;
            visitChildren(node);
            emphasis = before;
        }

        @Override
        public void visit(Link node) {
            boolean before = link;
            link = true;
            visitChildren(node);
            link = before;
        }

        @Override
        public void visit(Image image) {
            String target = image.getDestination();
            String name = target.substring(target.lastIndexOf('/') + 1);
            add(MessageFormat.format(imageLabel, name), "md-image");
        }
    }
}

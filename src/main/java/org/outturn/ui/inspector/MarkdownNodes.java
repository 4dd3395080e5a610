package org.outturn.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * Markdown as JavaFX nodes: no browser, so nothing in a document can load or run anything. At most
 * {@value #MOST_BLOCKS} blocks are made; a preview need not be a book.
 */
final class MarkdownNodes {
    /** Characters from which on a table cell may be wrapped. */
    private static final int UNBROKEN = 13;

    static final int MOST_BLOCKS = 400;

    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final InlineTexts inlines;

    /**
     * @param imageLabel what stands where an image would be; {@code {0}} is its name
     */
    MarkdownNodes(String imageLabel) {
        this.inlines = new InlineTexts(imageLabel);
    }

    /** May be called on any thread; the nodes are not shown yet. */
    List<Node> nodes(String source) {
        var blocks = new Blocks();
        parser.parse(source).accept(blocks);
        return blocks.nodes;
    }

    private VBox inside(org.commonmark.node.Node parent) {
        var blocks = new Blocks();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            child.accept(blocks);
        }
        return new VBox(4, blocks.nodes.toArray(Node[]::new));
    }

    private final class Blocks extends AbstractVisitor {
        private final List<Node> nodes = new ArrayList<>();

        private void add(Node node) {
            if (nodes.size() < MOST_BLOCKS) {
                nodes.add(node);
            }
        }

        @Override
        public void visit(Heading heading) {
            TextFlow flow = inlines.flow(heading);
            flow.getStyleClass().addAll("md-heading", "md-h" + heading.getLevel());
            add(flow);
        }

        @Override
        public void visit(Paragraph paragraph) {
            add(inlines.flow(paragraph));
        }

        @Override
        public void visit(BulletList list) {
            items(list, 0);
        }

        @Override
        public void visit(OrderedList list) {
            Integer start = list.getMarkerStartNumber();
            items(list, start == null ? 1 : start);
        }

        private void items(org.commonmark.node.Node list, int firstNumber) {
            int number = firstNumber;
            for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
                var marker = new Label(firstNumber == 0 ? "•" : number++ + ".");
                marker.setMinWidth(18);
                VBox body = inside(item);
                HBox.setHgrow(body, Priority.ALWAYS);
                add(new HBox(6, marker, body));
            }
        }

        @Override
        public void visit(BlockQuote quote) {
            VBox body = inside(quote);
            body.getStyleClass().add("md-quote");
            add(body);
        }

        @Override
        public void visit(FencedCodeBlock code) {
            code(code.getLiteral());
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            code(code.getLiteral());
        }

        @Override
        public void visit(HtmlBlock html) {
            code(html.getLiteral());
        }

        private void code(String literal) {
            var label = new Label(literal.stripTrailing());
            label.setWrapText(true);
            label.setMaxWidth(Double.MAX_VALUE);
            label.getStyleClass().add("md-code-block");
            add(label);
        }

        @Override
        public void visit(ThematicBreak line) {
            add(new Separator());
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock table) {
                add(grid(table));
            }
        }

        /** Numbers and single words are not broken however narrow the table is. */
        private static boolean isShort(TextFlow flow) {
            return flow.getChildren().stream()
                            .mapToInt(node ->
                                    node instanceof Text text ? text.getText().length() : UNBROKEN)
                            .sum()
                    < UNBROKEN;
        }

        private GridPane grid(TableBlock table) {
            var grid = new GridPane();
            grid.getStyleClass().add("md-table");
            int row = 0;
            for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
                for (var line = part.getFirstChild();
                        line instanceof TableRow;
                        line = line.getNext()) {
                    int column = 0;
                    for (var at = line.getFirstChild();
                            at instanceof TableCell cell;
                            at = at.getNext()) {
                        TextFlow flow = inlines.flow(cell);
                        flow.getStyleClass().add(cell.isHeader() ? "md-th" : "md-td");
                        flow.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
                        if (isShort(flow)) {
                            flow.setMinWidth(Region.USE_PREF_SIZE);
                        }
                        GridPane.setHgrow(flow, Priority.SOMETIMES);
                        grid.add(flow, column++, row);
                    }
                    row++;
                }
            }
            return grid;
        }
    }
}

package org.outturn.sample.content;

import java.util.List;
import java.util.stream.Collectors;

/** Writes an article as Markdown. */
public final class ArticleText {
    private ArticleText() {}

    /**
     * @param figure what the picture's link points to, for instance {@code images/….jpg}
     */
    public static String markdown(Article article, String figure) {
        return article.blocks().stream()
                .map(block -> markdown(block, figure))
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    /** One block of it. */
    public static String markdown(Block block, String figure) {
        return switch (block) {
            case Block.Heading(int level, String text) -> "#".repeat(level) + " " + text;
            case Block.Paragraph(String text) -> text;
            case Block.Steps(var items) -> steps(items);
            case Block.Table(var rows) -> table(rows);
            case Block.Formula(String tex) -> "$$\n" + tex + "\n$$";
            case Block.Figure(String caption) -> "![](" + figure + ")\n" + caption;
        };
    }

    /** A table as the content list has it. */
    public static String html(Block.Table table) {
        return table.rows().stream()
                .map(row -> "<td>" + String.join("</td><td>", row) + "</td>")
                .collect(Collectors.joining("</tr><tr>", "<table><tr>", "</tr></table>"));
    }

    /** What is left of a block when only words count. */
    public static String plain(Block block) {
        return switch (block) {
            case Block.Heading(_, String text) -> text;
            case Block.Paragraph(String text) -> text;
            case Block.Steps(var items) -> String.join(" ", items);
            case Block.Table(var rows) ->
                    rows.stream()
                            .map(row -> String.join(" ", row))
                            .collect(Collectors.joining("\n"));
            case Block.Formula(String tex) -> tex;
            case Block.Figure(String caption) -> caption;
        };
    }

    private static String steps(List<String> items) {
        var text = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            text.append(i == 0 ? "" : "\n").append(i + 1).append(". ").append(items.get(i));
        }
        return text.toString();
    }

    private static String table(List<List<String>> rows) {
        String rule = "|" + "---|".repeat(rows.getFirst().size());
        return rows.stream()
                .map(row -> "| " + String.join(" | ", row) + " |")
                .collect(Collectors.joining("\n"))
                .replaceFirst("\n", "\n" + rule + "\n");
    }
}

package org.outturn.sample.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.outturn.sample.files.Resources;

/**
 * A document's contents, from which its PDF, its scan and everything a parser makes of it follow.
 *
 * @param name the document's stem, with spaces as people name files
 * @param figure the picture it shows, a resource
 */
public record Article(String name, String figure, List<Block> blocks) {
    private static final Pattern CHOICE = Pattern.compile("\\{([^{}|]+(?:\\|[^{}|]+)+)}");
    private static final Pattern NUMBER = Pattern.compile("\\{(\\d+)\\.\\.(\\d+)}");

    public Article {
        blocks = List.copyOf(blocks);
    }

    /**
     * Reads an article from its template: Markdown in which <code>{a|b}</code> is one word for each
     * variant and <code>{1..9}</code> a number in that range.
     */
    static Article read(String name, String template, int variant, SplittableRandom random) {
        String text =
                CHOICE.matcher(Resources.text("articles/" + template + ".md"))
                        .replaceAll(m -> {
                            String[] choices = m.group(1).split("\\|");
                            return choices[variant % choices.length];
                        });
        String filled =
                NUMBER.matcher(text)
                        .replaceAll(m ->
                                String.valueOf(
                                        random.nextInt(
                                                Integer.parseInt(m.group(1)),
                                                Integer.parseInt(m.group(2)) + 1)));
        var blocks = new ArrayList<Block>();
        for (String block : filled.strip().split("\n\n")) {
            blocks.add(block(block));
        }
        return new Article(name, "figures/" + template + ".jpg", blocks);
    }

    public String title() {
        return ((Block.Heading) blocks.getFirst()).text();
    }

    /** The stem as MonkeyOCR writes it into the key of a ZIP. */
    public String stem() {
        return name.replace(' ', '_');
    }

    private static Block block(String text) {
        if (text.startsWith("#")) {
            int level = text.indexOf(' ');
            return new Block.Heading(level, text.substring(level + 1));
        }
        if (text.startsWith("|")) {
            return new Block.Table(
                    Arrays.stream(text.split("\n"))
                            .filter(row -> !row.startsWith("|--"))
                            .map(Article::cells)
                            .toList());
        }
        if (text.startsWith("$$")) {
            return new Block.Formula(text.replace("$$", "").strip());
        }
        if (text.startsWith("![")) {
            return new Block.Figure(text.substring(2, text.indexOf(']')));
        }
        if (text.startsWith("1. ")) {
            return new Block.Steps(
                    Arrays.stream(text.split("\n"))
                            .map(step -> step.substring(step.indexOf(' ') + 1))
                            .toList());
        }
        return new Block.Paragraph(text);
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1, row.length() - 1).split("\\|"))
                .map(String::strip)
                .toList();
    }
}

package org.outturn.sample.content;

import java.util.List;

/** A piece of an article, as a document parser tells them apart. */
public sealed interface Block {

    /**
     * @param level 1 for the title, 2 for a section
     */
    record Heading(int level, String text) implements Block {}

    record Paragraph(String text) implements Block {}

    /** Numbered steps, without their numbers. */
    record Steps(List<String> items) implements Block {}

    /**
     * @param rows the first one is the heading
     */
    record Table(List<List<String>> rows) implements Block {}

    /**
     * @param tex in LaTeX, without the dollar signs
     */
    record Formula(String tex) implements Block {}

    record Figure(String caption) implements Block {}
}

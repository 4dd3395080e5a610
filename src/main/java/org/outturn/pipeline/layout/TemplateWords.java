package org.outturn.pipeline.layout;

import org.outturn.pipeline.template.TemplateException;

/** What is wrong with a template, for whoever writes a layout file. */
final class TemplateWords {
    private TemplateWords() {}

    static String of(TemplateException e) {
        String word = LayoutNode.quote(e.word());
        return switch (e.complaint()) {
            case EMPTY -> "the template is empty";
            case TOO_LONG -> "the template is too long";
            case UNCLOSED -> "a brace is not closed: " + word;
            case UNKNOWN_TYPE -> "there is no placeholder type " + word;
            case BAD_NAME -> "a placeholder is named by letters, digits and hyphens: " + word;
            case NAME_TWICE -> "two placeholders have the name " + word;
            case PREFIX_NOT_FIRST -> "a prefix can stand at the beginning only: " + word;
            case REST_NOT_LAST -> "a rest can stand at the end only, as a segment: " + word;
            case TWO_TEXTS -> "a segment can hold one text only: " + word;
            case NO_END_KNOWN -> "it cannot be told where " + word + " ends";
        };
    }
}

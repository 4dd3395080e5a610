package org.outturn.preview;

import tools.jackson.core.JacksonException;

/** Shows a text as what it is: JSON laid out, Markdown for a reader, all else as it stands. */
final class TextPreviews {
    private TextPreviews() {}

    /**
     * @param cut whether the rest is missing
     * @param promised what the name promises; {@link FileKind#BINARY} when it promises nothing
     */
    static Preview of(DecodedText text, boolean cut, FileKind promised) {
        return switch (promised) {
            case MARKDOWN -> new Preview.Markdown(text.text(), cut);
            case JSON -> json(text, cut);
            case TEXT, JSON_LINES -> new Preview.Text(text.text(), cut, text.charset());
            default -> byContent(text, cut);
        };
    }

    private static Preview json(DecodedText text, boolean cut) {
        try {
            JsonLayout.Result laidOut = JsonLayout.of(text.text(), cut);
            return new Preview.Json(laidOut.text(), laidOut.truncated(), true);
        } catch (JacksonException e) {
            return new Preview.Json(text.text(), cut, false);
        }
    }

    /** Without a promise only what begins like JSON and is JSON counts as JSON. */
    private static Preview byContent(DecodedText text, boolean cut) {
        String start = text.text().stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            Preview json = json(text, cut);
            if (json instanceof Preview.Json(_, _, boolean valid) && valid) {
                return json;
            }
        }
        return new Preview.Text(text.text(), cut, text.charset());
    }
}

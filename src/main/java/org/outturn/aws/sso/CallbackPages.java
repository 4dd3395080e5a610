package org.outturn.aws.sso;

/**
 * What the browser shows when it comes back.
 *
 * @param done a page in HTML that says that the sign-in worked
 * @param failed one that says that it did not
 */
public record CallbackPages(String done, String failed) {

    /** Pages with a title and a line of text each. */
    public static CallbackPages saying(String title, String done, String failed) {
        return new CallbackPages(page(title, done), page(title, failed));
    }

    private static String page(String title, String text) {
        return """
        <!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark">
        <title>%1$s</title>
        <body style="font-family: sans-serif; text-align: center; padding: 18vh 2em 0">
        <h1>%1$s</h1><p style="font-size: 120%%">%2$s</p>
        """
                .formatted(escaped(title), escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}

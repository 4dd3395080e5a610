package org.outturn.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The texts of the program in one language. */
public final class Messages {
    private final ResourceBundle bundle;
    private final Locale locale;

    /** The bundle nearest to a locale; English where there is none. */
    public Messages(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("org.outturn.ui.common.messages", locale);
    }

    /** For FXML, which looks up {@code %keys} itself. */
    public ResourceBundle bundle() {
        return bundle;
    }

    public Locale locale() {
        return locale;
    }

    /**
     * @param arguments what the text's {@code {0}}, {@code {1}} stand for
     * @throws MissingResourceException if there is no such text; a test looks up every key used
     */
    public String text(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0
                ? pattern
                : new MessageFormat(pattern, locale).format(arguments);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}

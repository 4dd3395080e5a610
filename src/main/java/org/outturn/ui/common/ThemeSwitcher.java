package org.outturn.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/** Light or dark: as the system has it, unless the operator chose. Used on the JavaFX thread. */
public final class ThemeSwitcher implements AutoCloseable {

    /** What the operator asked for. */
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>(Choice.SYSTEM);
    // the system's preferences live as long as the process
    private final Subscription system;

    public ThemeSwitcher() {
        system = Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply());
    }

    public void choose(Choice wanted) {
        choice.set(wanted);
        apply();
    }

    /** What the operator asked for last, in whichever window. */
    public ReadOnlyObjectProperty<Choice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    private void apply() {
        boolean wanted =
                switch (choice.get()) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                };
        Theme theme = wanted ? new PrimerDark() : new PrimerLight();
        // the compiled form of a theme loads faster than its text
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheetBSS());
        dark.set(wanted);
    }

    /** From now on the system's theme is no longer followed. */
    @Override
    public void close() {
        system.unsubscribe();
    }
}

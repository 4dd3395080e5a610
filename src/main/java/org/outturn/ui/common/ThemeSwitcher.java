package org.outturn.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Light or dark: as the system has it, unless the operator chose. Used on the JavaFX thread. */
public final class ThemeSwitcher {

    /** What the operator asked for. */
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private Choice choice = Choice.SYSTEM;

    public ThemeSwitcher() {
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply());
    }

    public void choose(Choice wanted) {
        choice = wanted;
        apply();
    }

    public Choice choice() {
        return choice;
    }

    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    private void apply() {
        boolean wanted =
                switch (choice) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                };
        Theme theme = wanted ? new PrimerDark() : new PrimerLight();
        // the compiled form of a theme loads faster than its text
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheetBSS());
        dark.set(wanted);
    }
}

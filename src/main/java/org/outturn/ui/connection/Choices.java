package org.outturn.ui.connection;

import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.outturn.ui.common.Messages;

/** Boxes to choose one of a few things in. */
final class Choices {
    private Choices() {}

    /**
     * @param stem of the keys of their words
     */
    static <T extends Enum<T>> ChoiceBox<T> of(
            String id, T[] values, String stem, Messages messages) {
        var box = new ChoiceBox<T>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T value) {
                        return value == null ? "" : messages.text(stem + value.name());
                    }

                    @Override
                    public T fromString(String text) {
                        return values[0];
                    }
                });
        box.setValue(values[0]);
        return box;
    }
}

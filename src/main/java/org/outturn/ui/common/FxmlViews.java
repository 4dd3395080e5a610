package org.outturn.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/**
 * Loads views. A controller {@code XController} belongs to {@code XView.fxml} in the same package
 * path and is made by the supplier registered for it, so that it gets what it needs through its
 * constructor.
 */
public final class FxmlViews {
    private final Messages messages;
    private final Map<Class<?>, Supplier<?>> controllers = new HashMap<>();

    public FxmlViews(Messages messages) {
        this.messages = messages;
    }

    /** Says how a controller is made; included views find theirs here too. */
    public <T> FxmlViews with(Class<T> controller, Supplier<T> maker) {
        controllers.put(controller, maker);
        return this;
    }

    /**
     * @throws UncheckedIOException if the view is broken, which a test of each view rules out
     */
    public Parent load(Class<?> controller) {
        String name = controller.getSimpleName().replace("Controller", "View.fxml");
        URL view = controller.getResource(name);
        var loader = new FXMLLoader(view, messages.bundle());
        loader.setControllerFactory(this::make);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot load " + name, e);
        }
    }

    private Object make(Class<?> type) {
        Supplier<?> maker = controllers.get(type);
        if (maker == null) {
            throw new IllegalArgumentException("nobody said how to make " + type.getName());
        }
        return maker.get();
    }
}

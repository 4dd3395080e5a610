package org.outturn.tour;

import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;

/**
 * Lets files fall on a node, as the screen without a desktop has no other program to drag them
 * from: the events are those of a real drop, only their origin is made up. The tests of the display
 * group do it between two programs.
 */
public final class FileDrop {
    private FileDrop() {}

    /** To be called on the JavaFX thread. */
    public static void on(Node target, List<File> files) {
        Dragboard board = dragboard(files);
        for (var type :
                List.of(
                        DragEvent.DRAG_ENTERED,
                        DragEvent.DRAG_OVER,
                        DragEvent.DRAG_DROPPED,
                        DragEvent.DRAG_EXITED)) {
            var pick = new PickResult(target, 10, 10);
            Event.fireEvent(
                    target,
                    new DragEvent(
                            null,
                            target,
                            type,
                            board,
                            10,
                            10,
                            10,
                            10,
                            TransferMode.COPY,
                            null,
                            target,
                            pick));
        }
    }

    /** Files hover, and stay. */
    public static void over(Node target, List<File> files) {
        var pick = new PickResult(target, 10, 10);
        Event.fireEvent(
                target,
                new DragEvent(
                        null,
                        target,
                        DragEvent.DRAG_OVER,
                        dragboard(files),
                        10,
                        10,
                        10,
                        10,
                        TransferMode.COPY,
                        null,
                        target,
                        pick));
    }

    private static Dragboard dragboard(List<File> files) {
        Object clipboard =
                Proxy.newProxyInstance(
                        TKClipboard.class.getClassLoader(),
                        new Class<?>[] {TKClipboard.class},
                        (_, method, arguments) -> answer(files, method, arguments));
        try {
            Method create = Dragboard.class.getDeclaredMethod("createDragboard", TKClipboard.class);
            create.setAccessible(true);
            return (Dragboard) create.invoke(null, clipboard);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JavaFX makes its dragboards otherwise", e);
        }
    }

    private static Object answer(List<File> files, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "hasContent" -> arguments[0] == DataFormat.FILES;
            case "getContent" -> arguments[0] == DataFormat.FILES ? files : null;
            case "getContentTypes" -> Set.of(DataFormat.FILES);
            case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
            case "putContent" -> true;
            default -> method.getReturnType() == double.class ? 0.0 : null;
        };
    }
}

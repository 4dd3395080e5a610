package org.outturn.ui.layouts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.outturn.layouts.LayoutBook;
import org.outturn.layouts.LayoutFile;
import org.outturn.layouts.LayoutPage;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.common.TaskRunner;

/**
 * The layouts that count for what the window shows. Reads them anew where they may have changed,
 * and tells of files that cannot be read, each once. Used on the JavaFX thread.
 */
public final class LayoutsViewModel {
    private final TaskRunner tasks;
    private final LayoutBook book;
    private final Notifier notifier;
    private final LayoutWords words;
    private final ReadOnlyObjectWrapper<LayoutPage> page;
    private final Set<LayoutFile> told = new HashSet<>();
    private @Nullable ObjectStore store;
    private String bucket = "";
    private Cancellation reading = new Cancellation();

    public LayoutsViewModel(
            TaskRunner tasks, LayoutBook book, Notifier notifier, Messages messages) {
        this.tasks = tasks;
        this.book = book;
        this.notifier = notifier;
        this.words = new LayoutWords(messages);
        this.page = new ReadOnlyObjectWrapper<>(book.now());
    }

    /** Leaves the store before, and what its bucket brought. */
    public void use(@Nullable ObjectStore next) {
        reading.cancel();
        store = next;
        bucket = "";
        page.set(book.leaveBucket());
    }

    /** Another bucket is shown: its own layouts count as soon as they are read. */
    public void open(String name) {
        reading.cancel();
        bucket = name;
        page.set(book.leaveBucket());
        readBucket(() -> {});
        check();
    }

    /** Looks whether the operator's own files have changed. */
    public void check() {
        readFolder(false, () -> {});
    }

    /**
     * Reads everything again, and tells again of what cannot be read.
     *
     * @param done called when both the folder and the bucket have been read
     */
    public void checkAll(Runnable done) {
        told.clear();
        readFolder(true, () -> readBucket(done));
    }

    private void readFolder(boolean again, Runnable done) {
        tasks.run(
                "read layouts",
                _ -> book.readFolder(again),
                _ -> {
                    changed();
                    done.run();
                },
                failure -> {
                    notifier.failure(failure);
                    done.run();
                });
    }

    private void readBucket(Runnable done) {
        reading.cancel();
        ObjectStore from = store;
        String name = bucket;
        if (from == null || name.isEmpty()) {
            done.run();
            return;
        }
        reading =
                tasks.run(
                        "read the bucket's layouts",
                        cancellation -> book.readBucket(from, name, cancellation),
                        _ -> {
                            changed();
                            done.run();
                        },
                        failure -> {
                            notifier.failure(failure);
                            done.run();
                        });
    }

    private void changed() {
        LayoutPage now = book.now();
        page.set(now);
        List<LayoutFile> troubles =
                now.files().stream().filter(LayoutFile::isTrouble).filter(told::add).toList();
        told.retainAll(now.files());
        troubles.forEach(file -> notifier.warning(words.trouble(file)));
    }

    /** What counts. */
    public ReadOnlyObjectProperty<LayoutPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** The folder of the operator's own layouts, as a path. */
    String folder() {
        return book.folder().toString();
    }
}

package org.outturn.ui.transfers;

import org.outturn.upload.UploadOptions;

/**
 * How uploads to a connection are to be stored, from one start to the next. Called on the JavaFX
 * thread; returns at once.
 */
public interface UploadMemory {
    /** Keeps nothing. */
    UploadMemory NONE =
            new UploadMemory() {
                @Override
                public UploadOptions options(String connection) {
                    return UploadOptions.DEFAULTS;
                }

                @Override
                public void keep(String connection, UploadOptions options) {}
            };

    /** What was kept for a connection of that name; else {@link UploadOptions#DEFAULTS}. */
    UploadOptions options(String connection);

    /** Keeps all but the limit to the size, which is of the place and not of the connection. */
    void keep(String connection, UploadOptions options);
}

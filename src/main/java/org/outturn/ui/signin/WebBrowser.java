package org.outturn.ui.signin;

import java.net.URI;

/** The system's browser. */
@FunctionalInterface
public interface WebBrowser {
    /**
     * Opens a page; may take a few seconds, so never called on the JavaFX thread.
     *
     * @return whether there is a browser that took it
     */
    boolean open(URI page);
}

package org.outturn.ui.common;

/**
 * Tells an operator who looks elsewhere. Never blocks and never fails: at worst nothing is seen.
 */
@FunctionalInterface
public interface DesktopNotice {

    /** Shows a few words in the corner of the desktop. */
    void tell(String title, String text);
}

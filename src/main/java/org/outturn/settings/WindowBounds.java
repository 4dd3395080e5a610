package org.outturn.settings;

/**
 * Where the window was. The screen it was on may be gone: whoever places a window checks.
 *
 * @param x left edge in the desktop's coordinates, in pixels before scaling; may be negative
 * @param y top edge, likewise
 * @param width more than 0
 * @param height more than 0
 * @param maximized whether it filled the screen; the rest is then where it goes back to
 */
public record WindowBounds(double x, double y, double width, double height, boolean maximized) {
    /**
     * @throws IllegalArgumentException when a number is not finite or a size is not positive
     */
    public WindowBounds {
        if (!Double.isFinite(x + y + width + height) || width <= 0 || height <= 0) {
            throw new IllegalArgumentException("no window can be there");
        }
    }
}

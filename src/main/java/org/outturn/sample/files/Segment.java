package org.outturn.sample.files;

/** A straight stroke with round ends, in pixels. A stroke of no length is a dot. */
record Segment(double x1, double y1, double x2, double y2) {

    /**
     * Darkens the pixels it covers, those at its edge in part.
     *
     * @param darkness rows of {@code width} pixels, 0 to 15
     * @param half half of the stroke's breadth
     */
    void cover(byte[] darkness, int width, int height, double half) {
        int left = (int) Math.max(0, Math.min(x1, x2) - half - 1);
        int right = (int) Math.min(width - 1, Math.max(x1, x2) + half + 1);
        int top = (int) Math.max(0, Math.min(y1, y2) - half - 1);
        int bottom = (int) Math.min(height - 1, Math.max(y1, y2) + half + 1);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double cover = Math.clamp(half + 0.5 - distance(x, y), 0, 1);
                int at = y * width + x;
                darkness[at] = (byte) Math.max(darkness[at], Math.round(cover * Canvas.LEVELS));
            }
        }
    }

    private double distance(double x, double y) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double square = dx * dx + dy * dy;
        double along =
                square == 0 ? 0 : Math.clamp(((x - x1) * dx + (y - y1) * dy) / square, 0.0, 1.0);
        double ox = x - x1 - along * dx;
        double oy = y - y1 - along * dy;
        return Math.sqrt(ox * ox + oy * oy);
    }
}

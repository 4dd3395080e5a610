package org.outturn.follow;

/**
 * A stretch of known objects that a look takes for unchanged.
 *
 * @param from its first row in the listing
 * @param to one more than its last
 */
record Skip(int from, int to) {
    int size() {
        return to - from;
    }
}

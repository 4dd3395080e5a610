package org.outturn.records;

/**
 * A token or a password. It never prints.
 *
 * @param value may be empty
 */
public record Secret(String value) {
    @Override
    public String toString() {
        return "***";
    }
}

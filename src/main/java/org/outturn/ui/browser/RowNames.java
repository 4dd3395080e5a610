package org.outturn.ui.browser;

import org.outturn.catalog.ListingRow;
import org.outturn.catalog.RowKind;
import org.outturn.ui.common.Messages;

/** Names as they can be shown: control characters made visible, nameless rows named. */
final class RowNames {
    private RowNames() {}

    static String shown(ListingRow row, Messages messages) {
        if (row.kind() == RowKind.PLACEHOLDER) {
            return messages.text("browser.placeholder");
        }
        String name = row.name();
        if (row.isFolder() && name.endsWith("/")) {
            name = name.substring(0, name.length() - 1);
        }
        return name.isEmpty() ? messages.text("browser.emptyName") : visible(name);
    }

    /** Control characters would break the row or hide: their Unicode pictures stand for them. */
    static String visible(String name) {
        if (name.chars().noneMatch(Character::isISOControl)) {
            return name;
        }
        var text = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < 0x20) {
                text.append((char) (0x2400 + c));
            } else if (Character.isISOControl(c)) {
                text.append('\u2421');
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}

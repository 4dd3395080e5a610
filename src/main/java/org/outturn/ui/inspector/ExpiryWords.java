package org.outturn.ui.inspector;

import java.time.Instant;
import org.outturn.lifecycle.Expiry;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** Times and rules in words. */
final class ExpiryWords {
    private final Messages messages;
    private final Formats formats;
    private final Instant now;

    ExpiryWords(Messages messages, Formats formats, Instant now) {
        this.messages = messages;
        this.formats = formats;
        this.now = now;
    }

    String when(Instant at) {
        return at.isAfter(now)
                ? messages.text("inspector.when", formats.time(at), formats.ahead(at, now))
                : messages.text("inspector.when.due", formats.time(at));
    }

    String name(Expiry.Expires end) {
        return name(end.rule());
    }

    String name(String rule) {
        return rule.isEmpty()
                ? messages.text("inspector.rule.unnamed")
                : messages.text("inspector.rule.named", rule);
    }
}

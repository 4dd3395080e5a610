package org.outturn.ui.inspector;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.outturn.lifecycle.Expiry;
import org.outturn.lifecycle.ExpiryReckoning;
import org.outturn.lifecycle.LifecycleRules;
import org.outturn.lifecycle.ObjectFacts;
import org.outturn.storage.ObjectVersion;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.ui.inspector.DetailsRows.Row;

/** The older versions of an object, in words: their size, and when each goes by which rule. */
final class VersionRows {
    private final Messages messages;
    private final Formats formats;
    private final ExpiryWords words;

    VersionRows(Messages messages, Formats formats, Instant now) {
        this.messages = messages;
        this.formats = formats;
        this.words = new ExpiryWords(messages, formats, now);
    }

    /**
     * @param rules empty while they are not known
     */
    List<Row> of(String key, KeptVersions kept, Optional<LifecycleRules> rules) {
        var rows = new ArrayList<Row>();
        kept.unlisted()
                .map(why -> FailureText.of(why, messages))
                .ifPresent(text ->
                        rows.add(
                                new Row(
                                        messages.text("inspector.versions.older"),
                                        messages.text("inspector.versions.unknown", text.why()),
                                        text.details())));
        List<ObjectVersion> all = kept.versions().versions();
        int newer = 0;
        for (int i = 0; i < all.size(); i++) {
            ObjectVersion version = all.get(i);
            if (!version.latest()) {
                // it became an older one when the next one was stored
                Instant since = i == 0 ? version.modified() : all.get(i - 1).modified();
                rows.add(row(key, version, new ObjectFacts.Noncurrent(since, newer), rules));
                newer++;
            }
        }
        if (rows.isEmpty()) {
            rows.add(
                    new Row(
                            messages.text("inspector.versions.older"),
                            messages.text("inspector.versions.none"),
                            ""));
        }
        return rows;
    }

    private Row row(
            String key,
            ObjectVersion version,
            ObjectFacts.Noncurrent older,
            Optional<LifecycleRules> rules) {
        var facts =
                new ObjectFacts(
                        key,
                        version.size(),
                        version.modified(),
                        version.storageClass(),
                        Optional.empty(),
                        older);
        String what =
                version.deleteMarker()
                        ? messages.text("inspector.versions.marker")
                        : formats.size(version.size());
        String value =
                rules.map(known -> what + "\n" + end(new ExpiryReckoning(known).expiry(facts)))
                        .orElse(what);
        return new Row(
                formats.time(version.modified()),
                value,
                messages.text(
                        "inspector.versions.exact",
                        formats.exact(version.modified()),
                        version.id()));
    }

    private String end(Expiry expiry) {
        return switch (expiry) {
            case Expiry.Expires gone ->
                    messages.text(
                            "inspector.versions.goes", words.when(gone.at()), words.name(gone));
            case Expiry.DependsOnTags(Expiry.Expires ifTagged, _) ->
                    messages.text(
                            "inspector.versions.goesIfTagged",
                            words.when(ifTagged.at()),
                            words.name(ifTagged));
            case Expiry.Never() -> messages.text("inspector.versions.kept");
        };
    }
}

package org.outturn.ui.inspector;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.outturn.lifecycle.ArchiveState;
import org.outturn.lifecycle.ExpirationHeader;
import org.outturn.lifecycle.Expiry;
import org.outturn.lifecycle.ExpiryReckoning;
import org.outturn.lifecycle.LifecycleRules;
import org.outturn.lifecycle.Move;
import org.outturn.lifecycle.ObjectFacts;
import org.outturn.lifecycle.Outlook;
import org.outturn.storage.BucketVersioning;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.ObjectTags;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Loadable;
import org.outturn.ui.common.Messages;
import org.outturn.ui.inspector.DetailsRows.Row;

/** What becomes of an object, in words: when it vanishes or moves, by which rule, its archive. */
final class ExpiryRows {
    private final Messages messages;
    private final Formats formats;
    private final Instant now;
    private final ExpiryWords words;

    ExpiryRows(Messages messages, Formats formats, Instant now) {
        this.messages = messages;
        this.formats = formats;
        this.now = now;
        this.words = new ExpiryWords(messages, formats, now);
    }

    /**
     * @param rules those of its bucket, as far as they have come
     * @param tags empty while they are not known
     * @param versioning what the bucket does with older versions; empty while that is not known,
     *     then the object itself says whether there are any
     */
    List<Row> of(
            ObjectDetails details,
            Loadable<LifecycleRules> rules,
            Optional<ObjectTags> tags,
            Optional<BucketVersioning> versioning) {
        var rows = new ArrayList<Row>();
        Optional<ExpirationHeader> told = details.expiration().flatMap(ExpirationHeader::parse);
        var facts = ObjectFacts.of(details, tags, versioning);
        switch (rules) {
            case Loadable.Ready<LifecycleRules>(LifecycleRules known) -> {
                var reckoning = new ExpiryReckoning(known);
                Outlook outlook =
                        told.map(header -> reckoning.outlook(facts, header))
                                .orElseGet(() -> reckoning.outlook(facts));
                outlook.moves().stream().findFirst().ifPresent(move -> rows.add(row(move)));
                rows.add(expiry(outlook.expiry(), known));
                afterwards(facts, outlook.expiry(), known).ifPresent(rows::add);
            }
            case Loadable.Failed<LifecycleRules>(var why) when told.isEmpty() ->
                    rows.add(
                            row(
                                    "inspector.expiry",
                                    messages.text(
                                            "inspector.expiry.unknown",
                                            FailureText.of(why, messages).why()),
                                    FailureText.of(why, messages).details()));
            default ->
                    rows.add(
                            told.map(header ->
                                            expiry(
                                                    new ExpiryReckoning(LifecycleRules.NONE)
                                                            .outlook(facts, header)
                                                            .expiry(),
                                                    LifecycleRules.NONE))
                                    .orElseGet(() ->
                                            row(
                                                    "inspector.expiry",
                                                    messages.text("inspector.expiry.looking"),
                                                    "")));
        }
        return rows;
    }

    /** What becomes of a version that is hidden and not deleted. */
    private Optional<Row> afterwards(ObjectFacts facts, Expiry expiry, LifecycleRules rules) {
        if (!(expiry instanceof Expiry.Expires end) || end.effect() != Expiry.Effect.HIDDEN) {
            return Optional.empty();
        }
        return Optional.of(
                switch (new ExpiryReckoning(rules).afterwards(facts, end.at())) {
                    case Expiry.Expires gone ->
                            row(
                                    "inspector.afterwards",
                                    messages.text(
                                            "inspector.versions.goes",
                                            words.when(gone.at()),
                                            words.name(gone)),
                                    formats.exact(gone.at()));
                    case Expiry.DependsOnTags(Expiry.Expires ifTagged, _) ->
                            row(
                                    "inspector.afterwards",
                                    messages.text(
                                            "inspector.versions.goesIfTagged",
                                            words.when(ifTagged.at()),
                                            words.name(ifTagged)),
                                    formats.exact(ifTagged.at()));
                    case Expiry.Never() ->
                            row(
                                    "inspector.afterwards",
                                    messages.text("inspector.afterwards.kept"),
                                    "");
                });
    }

    private Row expiry(Expiry expiry, LifecycleRules rules) {
        return switch (expiry) {
            case Expiry.Expires end -> row("inspector.expiry", words(end), formats.exact(end.at()));
            case Expiry.DependsOnTags(Expiry.Expires ifTagged, Optional<Expiry.Expires> other) ->
                    row(
                            "inspector.expiry",
                            messages.text(
                                    "inspector.expiry.ifTagged",
                                    words(ifTagged),
                                    other.map(this::words)
                                            .orElseGet(
                                                    () -> messages.text("inspector.expiry.never"))),
                            formats.exact(ifTagged.at()));
            case Expiry.Never() ->
                    row(
                            "inspector.expiry",
                            messages.text(
                                    rules.isEmpty()
                                            ? "inspector.expiry.noRules"
                                            : "inspector.expiry.never"),
                            "");
        };
    }

    private String words(Expiry.Expires end) {
        var text = new StringBuilder(words.when(end.at()));
        text.append('\n');
        text.append(
                messages.text(
                        end.source() == Expiry.Source.TOLD
                                ? "inspector.expiry.told"
                                : "inspector.expiry.reckoned",
                        words.name(end.rule())));
        if (end.effect() == Expiry.Effect.HIDDEN) {
            text.append('\n').append(messages.text("inspector.expiry.hidden"));
        }
        return text.toString();
    }

    private Row row(Move move) {
        String text =
                messages.text(
                        move.ifTagged() ? "inspector.moves.ifTagged" : "inspector.moves.to",
                        move.storageClass(),
                        words.when(move.at()),
                        words.name(move.rule()));
        return row("inspector.moves", text, formats.exact(move.at()));
    }

    /** Whether it can be read; empty for what is in no archive. */
    Optional<Row> archive(ObjectDetails details) {
        String storageClass = details.storageClass();
        return switch (ArchiveState.of(details, now)) {
            case ArchiveState.Available() -> Optional.empty();
            case ArchiveState.Archived(_) ->
                    Optional.of(archive("inspector.archive.archived", storageClass, ""));
            case ArchiveState.Restoring(_) ->
                    Optional.of(archive("inspector.archive.restoring", storageClass, ""));
            case ArchiveState.Restored(_, Instant until) ->
                    Optional.of(
                            until.equals(Instant.MAX)
                                    ? archive("inspector.archive.restored", storageClass, "")
                                    : new Row(
                                            messages.text("inspector.archive"),
                                            messages.text(
                                                    "inspector.archive.restoredUntil",
                                                    words.when(until)),
                                            formats.exact(until)));
        };
    }

    private Row archive(String key, String storageClass, String exact) {
        return row("inspector.archive", messages.text(key, storageClass), exact);
    }

    private Row row(String label, String value, String exact) {
        return new Row(messages.text(label), value, exact);
    }
}

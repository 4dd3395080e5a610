package org.outturn.pipeline;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The drum transcription. Documented: {@code uploads/{user}/{timestamp}_{hash}_{file name}} and
 * {@code processed/{user}/{job}/transcription.json} or {@code output.mid}. Observed: {@code
 * audio/[{uuid}/]{yyyyMMdd_HHmmss}_{hex8}_{file name}} and {@code
 * exports/{uuid}/{yyyyMMdd_HHmmss}_{musicxml,midi,pdf}}.
 */
final class DrumLayout implements Layout {
    private static final Set<String> RESULTS = Set.of("transcription.json", "output.mid");
    private static final Set<String> SCORES = Set.of("musicxml", "midi", "pdf");

    @Override
    public @Nullable OutputPlace at(KeySegments key, int segment) {
        int next = segment + 1;
        if (next >= key.count()) {
            return null;
        }
        OutputKind kind = null;
        if (key.is(segment, "uploads") && isUpload(key, next)) {
            kind = OutputKind.UPLOADS;
        } else if (key.is(segment, "processed") && isResult(key, next)) {
            kind = OutputKind.PROCESSED;
        } else if (key.is(segment, "audio") && isRecording(key, next)) {
            kind = OutputKind.AUDIO;
        } else if (key.is(segment, "exports") && isScore(key, next)) {
            kind = OutputKind.EXPORTS;
        }
        return kind == null ? null : new OutputPlace(kind, key.before(next));
    }

    private static boolean isUpload(KeySegments key, int user) {
        int file = user + 1;
        return file < key.count()
                && key.isLast(file)
                && !key.isEmpty(user)
                && isStampedAndHashed(key.segment(file));
    }

    /** The guide does not say how the timestamp is written: Unix time and a date both fit. */
    private static boolean isStampedAndHashed(String name) {
        int digits = KeyForms.digitsAt(name, 0);
        int stamp = KeyForms.beginsWithStamp(name, 1) ? 15 : digits;
        if (stamp < 8 || stamp > 17 || !hasUnderscore(name, stamp)) {
            return false;
        }
        int hash = KeyForms.hexAt(name, stamp + 1);
        int end = stamp + 1 + hash;
        return hash >= 6 && hash <= 64 && hasUnderscore(name, end) && name.length() > end + 1;
    }

    private static boolean hasUnderscore(String name, int at) {
        return at < name.length() && name.charAt(at) == '_';
    }

    private static boolean isResult(KeySegments key, int user) {
        int file = user + 2;
        return file < key.count()
                && key.isLast(file)
                && !key.isEmpty(user)
                && !key.isEmpty(user + 1)
                && RESULTS.contains(key.segment(file));
    }

    private static boolean isRecording(KeySegments key, int next) {
        int file = key.isLast(next) ? next : next + 1;
        if (!key.isLast(file) || file != next && !KeyForms.isUuid(key.segment(next))) {
            return false;
        }
        String name = key.segment(file);
        if (!KeyForms.beginsWithStamp(name, 10)) {
            return false;
        }
        String rest = KeyForms.afterStamp(name);
        return KeyForms.hexAt(rest, 0) == 8 && rest.charAt(8) == '_';
    }

    private static boolean isScore(KeySegments key, int job) {
        int file = job + 1;
        return file < key.count()
                && key.isLast(file)
                && KeyForms.isUuid(key.segment(job))
                && KeyForms.beginsWithStamp(key.segment(file), 1)
                && SCORES.contains(KeyForms.afterStamp(key.segment(file)));
    }
}

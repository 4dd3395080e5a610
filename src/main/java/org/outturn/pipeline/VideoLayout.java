package org.outturn.pipeline;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * BookmarkAI: anything below {@code temp/videos/yyyy/MM/dd/}; {@code
 * {prefix}yyyy/MM/dd/{hex16}_{epoch_ms}.{mp4,webm,mkv}} below any prefix, for the prefix can be
 * set; and the older plan {@code uploads/{yyyy-MM-dd}/{id}/{name}}.
 */
final class VideoLayout implements Layout {
    private static final Set<String> ENDINGS = Set.of(".mp4", ".webm", ".mkv");
    private static final int HEX = 16;
    private static final int EPOCH_MS_DIGITS = 13;

    @Override
    public @Nullable OutputPlace at(KeySegments key, int segment) {
        if (key.is(segment, "temp")) {
            boolean videos = key.is(segment + 1, "videos") && isDayFolder(key, segment + 2);
            return videos ? new OutputPlace(OutputKind.VIDEOS, key.before(segment + 2)) : null;
        }
        if (key.is(segment, "uploads")) {
            return isOlderPlan(key, segment + 1)
                    ? new OutputPlace(OutputKind.UPLOADS, key.before(segment + 1))
                    : null;
        }
        boolean video =
                isDayFolder(key, segment)
                        && key.isLast(segment + 3)
                        && isVideo(key.segment(segment + 3));
        return video ? new OutputPlace(OutputKind.VIDEOS, key.before(segment)) : null;
    }

    /** Whether a day's folder begins here and something lies in it. */
    private static boolean isDayFolder(KeySegments key, int year) {
        return year + 3 < key.count()
                && key.length(year) == 4
                && KeyForms.isDay(key.segment(year), key.segment(year + 1), key.segment(year + 2))
                && !(key.isLast(year + 3) && key.isEmpty(year + 3));
    }

    private static boolean isVideo(String name) {
        int dot = HEX + 1 + EPOCH_MS_DIGITS;
        return name.length() > dot
                && KeyForms.hexAt(name, 0) == HEX
                && name.charAt(HEX) == '_'
                && KeyForms.digitsAt(name, HEX + 1) == EPOCH_MS_DIGITS
                && ENDINGS.contains(name.substring(dot));
    }

    private static boolean isOlderPlan(KeySegments key, int day) {
        if (day + 2 >= key.count() || !key.isLast(day + 2) || key.length(day) != 10) {
            return false;
        }
        String date = key.segment(day);
        return date.charAt(4) == '-'
                && date.charAt(7) == '-'
                && KeyForms.isDay(date.substring(0, 4), date.substring(5, 7), date.substring(8))
                && !key.isEmpty(day + 1)
                && !key.isEmpty(day + 2);
    }
}

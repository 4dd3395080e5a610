package org.outturn.sample.outputs;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.outturn.sample.content.Article;
import org.outturn.sample.content.Library;
import org.outturn.sample.files.StrokeFont;

/** All five producers at work. */
public final class Producers {

    /** To be raised whenever other outputs come out of the same seed and time. */
    public static final int VERSION = 5;

    private Producers() {}

    /** The buckets that outputs lie in. */
    public static List<String> buckets() {
        return List.of(
                MonkeyOcr.BUCKET,
                Scraper.BUCKET,
                DocumentPipeline.BUCKET,
                DrumScores.BUCKET,
                BookmarkMedia.BUCKET,
                SharedBucket.BUCKET);
    }

    /**
     * What lies in the buckets at a time: about a thousand outputs of the weeks before, the same
     * for the same seed and time. Made on all processors.
     */
    public static List<Output> outputs(long seed, Instant now) {
        var font = new StrokeFont();
        List<Article> articles = Library.articles(seed);
        List<Supplier<List<Output>>> producers =
                List.of(
                        () -> MonkeyOcr.outputs(seed + 100, now, articles),
                        () -> Scraper.outputs(seed + 200, now, font),
                        () -> DocumentPipeline.outputs(seed + 300, now, articles),
                        () -> DrumScores.outputs(seed + 400, now),
                        () -> BookmarkMedia.outputs(seed + 500, now),
                        () -> SharedBucket.outputs(seed + 600, now, articles, font));
        return producers.parallelStream().map(Supplier::get).flatMap(List::stream).toList();
    }
}

package org.outturn.sample.outputs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.outturn.sample.content.Article;
import org.outturn.sample.content.PageScan;
import org.outturn.sample.files.Png;
import org.outturn.sample.files.StrokeFont;

/** A bucket that several producers write to, beside the pictures that people hand in. */
final class SharedBucket {
    static final String BUCKET = "shared-outputs";
    private static final int RECEIPTS = 12;
    private static final int SCANS = 6;

    private SharedBucket() {}

    static List<Output> outputs(long seed, Instant now, List<Article> articles, StrokeFont font) {
        var outputs = new ArrayList<Output>();
        outputs.addAll(MonkeyOcr.fewResults(BUCKET, seed, now));
        outputs.addAll(Scraper.oneJob(BUCKET, seed + 1, now, font));
        outputs.addAll(DocumentPipeline.fewRequests(BUCKET, seed + 2, now, articles));
        outputs.addAll(DrumScores.few(BUCKET, seed + 3, now));
        var names = new Names(seed + 4, now);
        for (int number = 1; number <= RECEIPTS; number++) {
            byte[] picture = Png.of(MonkeyOcr.receipt(number).picture(font));
            String key = "incoming/receipts/receipt_" + number + ".png";
            outputs.add(Output.of(BUCKET, key, picture, "image/png", names.lately(20)));
        }
        for (int i = 0; i < SCANS; i++) {
            byte[] picture = Png.of(PageScan.of(articles.get(i), font));
            String key = "incoming/scans/" + articles.get(i).name() + " page 1.png";
            outputs.add(
                    Output.of(BUCKET, key, picture, "image/png", names.lately(20))
                            .withTags(Map.of("type", "scan")));
        }
        return outputs;
    }
}

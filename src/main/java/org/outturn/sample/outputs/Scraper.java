package org.outturn.sample.outputs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.outturn.sample.content.Product;
import org.outturn.sample.content.ProductSheet;
import org.outturn.sample.content.ShopPage;
import org.outturn.sample.files.Json;
import org.outturn.sample.files.Png;
import org.outturn.sample.files.StrokeFont;

/**
 * Jobs of the 3DN scraper, one folder each. Types go by extension; small files have the ETag of an
 * upload in one part.
 */
final class Scraper {
    static final String BUCKET = "scraper-outputs";
    private static final ZoneOffset SERVER_CLOCK = ZoneOffset.ofHours(10);
    private static final int PRODUCTS = 7;

    /** How a job ended: whole, with some sheets missing, or refused after its first files. */
    private enum End {
        SUCCESS,
        PARTIAL,
        FAILED
    }

    private static final List<End> ENDS =
            List.of(
                    End.SUCCESS,
                    End.SUCCESS,
                    End.PARTIAL,
                    End.SUCCESS,
                    End.FAILED,
                    End.SUCCESS,
                    End.SUCCESS,
                    End.PARTIAL,
                    End.SUCCESS,
                    End.SUCCESS,
                    End.FAILED,
                    End.SUCCESS,
                    End.PARTIAL,
                    End.SUCCESS,
                    End.SUCCESS,
                    End.FAILED,
                    End.SUCCESS,
                    End.SUCCESS);

    private final Names names;
    private final Instant now;
    private final String bucket;
    private final List<Output> outputs = new ArrayList<>();
    private final StrokeFont font;
    private final List<Product> catalogue = Product.catalogue();
    private final Map<Product, byte[]> safetySheets = new HashMap<>();
    private final Map<Product, byte[]> useSheets = new HashMap<>();
    private final Map<Product, byte[]> screenshots = new HashMap<>();

    private Scraper(long seed, Instant now, String bucket, StrokeFont font) {
        this.names = new Names(seed, now);
        this.now = now;
        this.bucket = bucket;
        this.font = font;
    }

    static List<Output> outputs(long seed, Instant now, StrokeFont font) {
        var scraper = new Scraper(seed, now, BUCKET, font);
        for (int job = 0; job < ENDS.size(); job++) {
            String prefix = job % 3 == 2 ? "agar/" : "scraper-outputs/";
            // two whole ones are from long before, and archived by now
            boolean archived = job == 13 || job == 16;
            scraper.job(prefix, job, ENDS.get(job), 0.2 + job * 2.4 + (archived ? 75 : 0));
        }
        return scraper.outputs;
    }

    /** One job for a bucket that several producers share. */
    static List<Output> oneJob(String bucket, long seed, Instant now, StrokeFont font) {
        var scraper = new Scraper(seed, now, bucket, font);
        scraper.job("scraper-outputs/", 0, End.PARTIAL, 3);
        return scraper.outputs;
    }

    private void job(String prefix, int number, End end, double daysAgo) {
        Instant begun = names.daysAgo(daysAgo);
        String folder = prefix + Names.stamp(begun, SERVER_CLOCK) + "_" + names.uuid() + "/";
        int first = outputs.size();
        Instant stored = names.after(begun, 240, 900);
        List<Product> found = products(number);
        json(
                folder + "all_products.json",
                ScraperJson.allProducts(found, begun),
                stored,
                number == 5);
        if (end != End.FAILED) {
            files(folder, number, end, begun, stored);
        }
        record(folder, number, end, outputs.subList(first, outputs.size()), stored);
    }

    /**
     * The record of the upload lies beside the files of some jobs: of all that failed, of most that
     * are partial, of one that is whole, and of one that was completed by hand after it had failed.
     */
    private void record(String folder, int number, End end, List<Output> files, Instant stored) {
        boolean byHand = number == 8;
        if (end == End.SUCCESS && number != 1 && !byHand) {
            return;
        }
        Map<String, Object> record =
                end == End.FAILED || byHand
                        ? ScraperJson.failed(stored)
                        : ScraperJson.uploaded(bucket, folder, files, end == End.PARTIAL, stored);
        json(folder + "upload_record.json", record, stored, false);
    }

    private void files(String folder, int number, End end, Instant begun, Instant stored) {
        List<Product> found = products(number);
        json(folder + "categories.json", ScraperJson.categories(), stored, false);
        if (end == End.SUCCESS) {
            json(folder + "results.json", ScraperJson.results(found, begun, stored), stored, false);
        }
        for (int i = 0; i < found.size(); i++) {
            Product product = found.get(i);
            boolean refused = end == End.PARTIAL && i >= found.size() - 2;
            sheets(folder + "pdfs/", product, stored, !refused);
            if (number % 12 == 1) {
                String key = folder + "screenshots/" + product.name() + ".png";
                put(
                        key,
                        screenshots.computeIfAbsent(product, this::screenshot),
                        "image/png",
                        stored);
            }
        }
        if (number % 6 == 0) {
            for (String category : Product.categories()) {
                String slug = Product.slug(category);
                var list = List.of(ScraperJson.category(category));
                json(folder + "categories/" + slug + "_products.json", list, stored, false);
            }
        }
    }

    private List<Product> products(int number) {
        var found = new ArrayList<Product>();
        for (int i = 0; i < PRODUCTS; i++) {
            found.add(catalogue.get((number * 5 + i) % catalogue.size()));
        }
        return found;
    }

    private void sheets(String folder, Product product, Instant stored, boolean both) {
        String name = product.name();
        byte[] safety = safetySheets.computeIfAbsent(product, ProductSheet::safety);
        put(folder + "SDS/" + name + "_SDS.pdf", safety, "application/pdf", stored);
        if (both) {
            byte[] use = useSheets.computeIfAbsent(product, ProductSheet::use);
            put(folder + "PDS/" + name + "_PDS.pdf", use, "application/pdf", stored);
        }
        json(folder + name + "_pdfs.json", product.pdfs(), stored, false);
    }

    private byte[] screenshot(Product product) {
        return Png.of(ShopPage.of(product, font));
    }

    private void json(String key, Object value, Instant stored, boolean packed) {
        byte[] bytes = Json.pretty(value);
        if (packed) {
            put(key, ScraperJson.gzip(bytes), "application/json", stored);
            outputs.add(outputs.removeLast().withHeader("content-encoding", "gzip"));
        } else {
            put(key, bytes, "application/json", stored);
        }
    }

    /**
     * An object of a job: tagged in part of the jobs, moved to a cheaper class after a month, and
     * to the archive after three.
     */
    private void put(String key, byte[] bytes, String type, Instant stored) {
        Output output =
                Output.of(bucket, key, bytes, type, names.after(stored, 1, 120)).inOnePart();
        long days = Duration.between(stored, now).toDays();
        if (days >= 30) {
            output =
                    output.withHeader("x-amz-storage-class", days > 90 ? "GLACIER" : "STANDARD_IA");
        }
        if (key.startsWith("agar/")) {
            String date = stored.atOffset(SERVER_CLOCK).toLocalDate().toString();
            output =
                    output.withTags(
                            Map.of("client", "agar", "type", "scrape-output", "date", date));
        }
        outputs.add(output.withHeader("x-amz-server-side-encryption", "AES256"));
    }
}

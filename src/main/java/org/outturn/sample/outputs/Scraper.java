package org.outturn.sample.outputs;

import static org.outturn.sample.files.Json.object;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
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
    private final List<Product> catalogue = Product.catalogue();
    private final Map<String, byte[]> sheets = new TreeMap<>();
    private final Map<String, byte[]> screenshots = new TreeMap<>();

    private Scraper(long seed, Instant now, String bucket) {
        this.names = new Names(seed, now);
        this.now = now;
        this.bucket = bucket;
        for (Product product : catalogue) {
            sheets.put("SDS/" + product.name(), ProductSheet.safety(product));
            sheets.put("PDS/" + product.name(), ProductSheet.use(product));
        }
    }

    static List<Output> outputs(long seed, Instant now, StrokeFont font) {
        var scraper = new Scraper(seed, now, BUCKET);
        for (Product product : scraper.catalogue) {
            scraper.screenshots.put(product.name(), Png.of(ShopPage.of(product, font)));
        }
        for (int job = 0; job < ENDS.size(); job++) {
            String prefix = job % 3 == 2 ? "agar/" : "scraper-outputs/";
            scraper.job(prefix, job, ENDS.get(job), 0.2 + job * 2.4);
        }
        return scraper.outputs;
    }

    /** One job for a bucket that several producers share. */
    static List<Output> oneJob(String bucket, long seed, Instant now) {
        var scraper = new Scraper(seed, now, bucket);
        scraper.job("scraper-outputs/", 0, End.PARTIAL, 3);
        return scraper.outputs;
    }

    private void job(String prefix, int number, End end, double daysAgo) {
        Instant begun = names.daysAgo(daysAgo);
        String folder = prefix + Names.stamp(begun, SERVER_CLOCK) + "_" + names.uuid() + "/";
        Instant stored = names.after(begun, 240, 900);
        List<Product> found = products(number);
        json(folder + "all_products.json", allProducts(found, begun), stored, number == 5);
        if (end == End.FAILED) {
            return;
        }
        json(folder + "categories.json", categories(), stored, false);
        if (end == End.SUCCESS) {
            json(folder + "results.json", results(found, begun, stored), stored, false);
        }
        for (int i = 0; i < found.size(); i++) {
            Product product = found.get(i);
            boolean refused = end == End.PARTIAL && i >= found.size() - 2;
            sheets(folder + "pdfs/", product, stored, !refused);
            if (number % 4 == 1) {
                byte[] picture = screenshots.get(product.name());
                put(
                        folder + "screenshots/" + product.name() + ".png",
                        picture,
                        "image/png",
                        stored);
            }
        }
        if (number % 6 == 0) {
            for (String category : Product.categories()) {
                String slug = Product.slug(category);
                var list = List.of(category(category));
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
        for (String kind : both ? List.of("SDS", "PDS") : List.of("SDS")) {
            byte[] pdf = sheets.get(kind + "/" + product.name());
            String key = folder + kind + "/" + product.name() + "_" + kind + ".pdf";
            put(key, pdf, "application/pdf", stored);
        }
        json(folder + product.name() + "_pdfs.json", product.pdfs(), stored, false);
    }

    private void json(String key, Object value, Instant stored, boolean packed) {
        byte[] bytes = Json.pretty(value);
        if (packed) {
            put(key, gzip(bytes), "application/json", stored);
            outputs.add(outputs.removeLast().withHeader("content-encoding", "gzip"));
        } else {
            put(key, bytes, "application/json", stored);
        }
    }

    /** An object of a job: tagged in part of the jobs, moved to a cheaper class after a month. */
    private void put(String key, byte[] bytes, String type, Instant stored) {
        Output output =
                Output.of(bucket, key, bytes, type, names.after(stored, 1, 120)).inOnePart();
        if (Duration.between(stored, now).toDays() >= 30) {
            output = output.withHeader("x-amz-storage-class", "STANDARD_IA");
        }
        if (key.startsWith("agar/")) {
            String date = stored.atOffset(SERVER_CLOCK).toLocalDate().toString();
            output =
                    output.withTags(
                            Map.of("client", "agar", "type", "scrape-output", "date", date));
        }
        outputs.add(output.withHeader("x-amz-server-side-encryption", "AES256"));
    }

    private static Object allProducts(List<Product> products, Instant begun) {
        return object(
                "scraped_at", begun.toString(),
                "total_products", products.size(),
                "products", products.stream().map(Product::entry).toList());
    }

    private static Object categories() {
        return Product.categories().stream().map(Scraper::category).toList();
    }

    private static Map<String, Object> category(String name) {
        String slug = Product.slug(name);
        return object(
                "name",
                name,
                "slug",
                slug,
                "url",
                "https://shop.example.com/category/" + slug,
                "product_count",
                4);
    }

    private static Object results(List<Product> products, Instant begun, Instant stored) {
        return object(
                "status", "completed",
                "products_found", products.size(),
                "pdfs_downloaded", products.size() * 2,
                "duration_seconds", Duration.between(begun, stored).toSeconds(),
                "errors", List.of());
    }

    private static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}

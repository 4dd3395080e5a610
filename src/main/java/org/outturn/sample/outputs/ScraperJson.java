package org.outturn.sample.outputs;

import static org.outturn.sample.files.Json.object;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.outturn.sample.content.Product;

/** What the JSON files of a scraper job say. */
final class ScraperJson {
    private ScraperJson() {}

    static Object allProducts(List<Product> products, Instant begun) {
        return object(
                "scraped_at", begun.toString(),
                "total_products", products.size(),
                "products", products.stream().map(Product::entry).toList());
    }

    static Object categories() {
        return Product.categories().stream().map(ScraperJson::category).toList();
    }

    static Map<String, Object> category(String name) {
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

    static Object results(List<Product> products, Instant begun, Instant stored) {
        return object(
                "status", "completed",
                "products_found", products.size(),
                "pdfs_downloaded", products.size() * 2,
                "duration_seconds", Duration.between(begun, stored).toSeconds(),
                "errors", List.of());
    }

    static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}

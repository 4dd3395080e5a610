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

    /** The record of an upload that a refused request ended. */
    static Map<String, Object> failed(Instant at) {
        return object(
                "status", "failed",
                "error", "AccessDenied: PutObject categories.json",
                "uploadedAt", at.toString());
    }

    /** The record of an upload that went through, or did for most files. */
    static Map<String, Object> uploaded(
            String bucket, String folder, List<Output> files, boolean partial, Instant at) {
        String base = "https://" + bucket + ".s3.ap-southeast-2.amazonaws.com/" + folder;
        return object(
                "status", partial ? "partial" : "success",
                "uploadedAt", at.toString(),
                "s3Urls",
                        object(
                                "all_products_json", base + "all_products.json",
                                "categories_json", base + "categories.json",
                                "pdfs_dir", base + "pdfs/"),
                "bytesUploaded", files.stream().mapToLong(file -> file.bytes().length).sum(),
                "filesUploaded", files.size(),
                "errors",
                        partial
                                ? List.of("RequestTimeout: two product data sheets were not sent")
                                : List.of());
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

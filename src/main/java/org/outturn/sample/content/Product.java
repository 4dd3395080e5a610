package org.outturn.sample.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.outturn.sample.files.Json;

/**
 * A product of a supplier's catalogue, as the scraper finds it.
 *
 * @param name with spaces, as it stands in the names of its sheets
 * @param cents its price
 * @param colour of its label, {@code 0xRRGGBB}
 */
public record Product(String name, String category, String code, int cents, int colour) {
    private static final List<String> CATEGORIES =
            List.of("Floor Care", "Kitchen Hygiene", "Washroom", "Laundry");
    private static final List<List<String>> NAMES =
            List.of(
                    List.of(
                            "Neutral Floor Cleaner",
                            "Floor Polish 25",
                            "Stripper Plus",
                            "Spray Buff"),
                    List.of("Oven Gel", "Degreaser Citrus", "Dish Rinse Aid", "Sanitiser QA"),
                    List.of("Washroom Foam", "Lime Remover", "Hand Soap Mild", "Glass Shine"),
                    List.of("Laundry Liquid", "Fabric Softener", "Stain Spot", "Bleach 4%"));
    private static final int[] COLOURS = {0x2E6FBB, 0xC8702A, 0x2F8F6B, 0x7A4FA3};

    /** Sixteen products, four in each category. */
    public static List<Product> catalogue() {
        var products = new ArrayList<Product>();
        for (int category = 0; category < CATEGORIES.size(); category++) {
            List<String> names = NAMES.get(category);
            for (int i = 0; i < names.size(); i++) {
                products.add(
                        new Product(
                                names.get(i),
                                CATEGORIES.get(category),
                                "%s-%d0%d".formatted(names.get(i).substring(0, 2), category + 1, i),
                                1490 + 730 * category + 310 * i,
                                COLOURS[category]));
            }
        }
        return products;
    }

    public static List<String> categories() {
        return CATEGORIES;
    }

    /** As it stands in an address. */
    public static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    String price() {
        return String.format(Locale.ROOT, "$%d.%02d", cents / 100, cents % 100);
    }

    /** Its entry in {@code all_products.json}. */
    public Map<String, Object> entry() {
        String url = "https://shop.example.com/products/" + slug(name);
        return Json.object(
                "product_name",
                name,
                "product_code",
                code.toUpperCase(Locale.ROOT),
                "product_url",
                url,
                "product_category",
                category,
                "product_price",
                price(),
                "product_sizes",
                List.of("1 L", "5 L", "20 L"),
                "product_image_url",
                url + "/label.jpg",
                "pdfs",
                pdfs());
    }

    /** Its {@code …_pdfs.json}: where its two sheets came from. */
    public Map<String, Object> pdfs() {
        String folder = "https://shop.example.com/sheets/";
        return Json.object(
                "SDS", folder + slug(name) + "-sds.pdf",
                "PDS", folder + slug(name) + "-pds.pdf");
    }
}

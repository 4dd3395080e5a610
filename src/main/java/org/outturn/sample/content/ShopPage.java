package org.outturn.sample.content;

import java.util.List;
import org.outturn.sample.files.Canvas;
import org.outturn.sample.files.StrokeFont;

/** The screenshot of a product's page in the supplier's shop. */
public final class ShopPage {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 600;
    private static final int WHITE = 0xFFFFFF;

    private ShopPage() {}

    public static Canvas of(Product product, StrokeFont font) {
        var canvas = new Canvas(font, WIDTH, HEIGHT, WHITE);
        int bar = canvas.ink(0xE7E9ED, 0xE7E9ED);
        int header = canvas.ink(0x27364B, 0x27364B);
        int onHeader = canvas.ink(0x27364B, WHITE);
        int text = canvas.ink(WHITE, 0x222831);
        int grey = canvas.ink(WHITE, 0x8A919C);
        int colour = canvas.ink(WHITE, product.colour());
        int onColour = canvas.ink(product.colour(), WHITE);
        canvas.fill(bar, 0, 0, WIDTH, 38);
        canvas.text(
                grey, "shop.example.com/products/" + Product.slug(product.name()), 90, 14, 10, 1.2);
        canvas.fill(header, 0, 38, WIDTH, 62);
        canvas.text(onHeader, "Cleaning Supplies", 40, 58, 17, 2.2);
        canvas.textTo(onHeader, "Products    Sheets    Contact", 920, 62, 11, 1.3);
        canvas.text(
                grey, "Home / " + product.category() + " / " + product.name(), 40, 122, 9.5, 1.1);
        canister(canvas, bar, colour, onColour, product);
        canvas.text(text, product.name(), 420, 170, 22, 3);
        canvas.text(grey, "Code " + product.code(), 420, 210, 10.5, 1.2);
        canvas.text(colour, product.price(), 420, 244, 20, 2.6);
        int y = 300;
        for (List<String> row :
                List.of(
                        List.of("Category", product.category()),
                        List.of("Sizes", "1 L, 5 L, 20 L"),
                        List.of("Dilution", "1 : 40 to 1 : 200"),
                        List.of("Sheets", "SDS (PDF), PDS (PDF)"))) {
            canvas.line(bar, 420, y - 12, 900, y - 12, 1.5);
            canvas.text(grey, row.getFirst(), 420, y, 11, 1.2);
            canvas.text(text, row.getLast(), 560, y, 11, 1.4);
            y += 36;
        }
        canvas.fill(colour, 420, 470, 190, 46);
        canvas.text(onColour, "Add to cart", 458, 487, 13, 1.8);
        return canvas;
    }

    private static void canister(Canvas canvas, int back, int colour, int on, Product product) {
        canvas.fill(back, 40, 150, 330, 400);
        canvas.fill(colour, 178, 190, 54, 30);
        canvas.fill(colour, 165, 220, 80, 22);
        canvas.fill(colour, 125, 242, 160, 270);
        canvas.fill(back, 141, 290, 128, 150);
        canvas.fill(colour, 147, 296, 116, 138);
        double size = 9;
        int y = 320;
        for (String word : product.name().split(" ")) {
            canvas.text(on, word, 154, y, size, 1.5);
            y += 24;
        }
    }
}

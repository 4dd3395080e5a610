package org.outturn.sample.content;

import java.util.List;
import org.outturn.sample.files.Pdf;
import org.outturn.sample.files.PdfFont;
import org.outturn.sample.files.PdfPage;

/** The two PDFs that belong to a product. */
public final class ProductSheet {
    private static final double LEFT = 56;
    private static final double WIDTH = PdfPage.WIDTH - 2 * LEFT;
    private static final int BLACK = 0x1A1A1A;

    private record Section(String heading, String text) {}

    private static final List<Section> SAFETY =
            List.of(
                    new Section(
                            "1. Identification",
                            "Ready to use cleaning product for professional users. Emergency number and supplier: see the label."),
                    new Section(
                            "2. Hazards",
                            "May irritate the eyes. Keep out of the reach of children. Wear eye protection when pouring from the canister."),
                    new Section(
                            "3. Composition",
                            "Surfactants below 5 %, solvents below 5 %, fragrance, colourant, water."),
                    new Section(
                            "4. First aid",
                            "Eyes: rinse with water for several minutes and remove contact lenses. Swallowed: rinse the mouth, drink water, do not induce vomiting."),
                    new Section(
                            "5. Fire fighting",
                            "The product does not burn. Use what suits the surroundings."),
                    new Section(
                            "6. Accidental release",
                            "Take up with absorbing material. Rinse what remains with plenty of water; it makes floors slippery."),
                    new Section(
                            "7. Handling and storage",
                            "Store between 5 and 30 degrees in the closed original canister. Do not mix with other cleaners."));

    private static final List<Section> USE =
            List.of(
                    new Section(
                            "What it is for",
                            "Daily cleaning of washable surfaces. It removes grease and dust, dries without streaks and needs no rinsing when it is used as described."),
                    new Section(
                            "How to use it",
                            "Put the product into cold water, wipe the surface with a damp cloth or mop, and let it dry. Try it on a hidden spot first."),
                    new Section(
                            "Dilution",
                            "Light soiling 1 : 100, heavy soiling 1 : 40, machines 1 : 200."),
                    new Section(
                            "Sizes",
                            "Bottle of 1 litre, canisters of 5 and 20 litres. Twelve bottles to a box, thirty-two boxes to a pallet."));

    private ProductSheet() {}

    /** The safety data sheet: two pages. */
    public static byte[] safety(Product product) {
        var pdf = new Pdf("Safety Data Sheet - " + product.name());
        PdfPage first = pdf.page();
        head(first, product, "Safety Data Sheet");
        sections(first, SAFETY.subList(0, 4), 170);
        first.colour(0xC0392B);
        first.box(LEFT, 700, 60, 60);
        first.text(PdfFont.BOLD, 40, LEFT + 23, 744, "!");
        first.colour(BLACK);
        first.text(PdfFont.REGULAR, 10, LEFT + 76, 734, "Attention: irritating to the eyes");
        PdfPage second = pdf.page();
        head(second, product, "Safety Data Sheet, page 2");
        sections(second, SAFETY.subList(4, SAFETY.size()), 170);
        return pdf.bytes();
    }

    /** The product data sheet: one page. */
    public static byte[] use(Product product) {
        var pdf = new Pdf("Product Data Sheet - " + product.name());
        PdfPage page = pdf.page();
        head(page, product, "Product Data Sheet");
        sections(page, USE, 170);
        return pdf.bytes();
    }

    private static void head(PdfPage page, Product product, String kind) {
        page.colour(product.colour());
        page.block(0, 0, PdfPage.WIDTH, 96);
        page.colour(0xFFFFFF);
        page.text(PdfFont.BOLD, 24, LEFT, 52, product.name());
        page.text(PdfFont.REGULAR, 12, LEFT, 76, kind + "   " + product.category());
        page.colour(BLACK);
        page.text(PdfFont.REGULAR, 9, LEFT, 120, "Product code " + product.code());
    }

    private static void sections(PdfPage page, List<Section> sections, double top) {
        double y = top;
        for (Section section : sections) {
            page.text(PdfFont.BOLD, 13, LEFT, y, section.heading);
            y = page.paragraph(PdfFont.REGULAR, 10.5, LEFT, y + 20, WIDTH, section.text) + 18;
        }
    }
}

package org.outturn.sample.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

/**
 * A PDF 1.4 (ISO 32000-1) of A4 pages with text in the standard fonts, lines, boxes and pictures.
 * The same calls give the same bytes.
 */
public final class Pdf {
    private static final int CATALOG = 1;
    private static final int PAGES = 2;
    private static final int INFO = 3;
    private static final int FIRST_FONT = 4;

    private final String title;
    private final List<PdfPage> pages = new ArrayList<>();
    private final Map<Picture, Integer> pictures = new LinkedHashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    public Pdf(String title) {
        this.title = title;
    }

    /** A new page at the end. */
    public PdfPage page() {
        var page = new PdfPage(this);
        pages.add(page);
        return page;
    }

    /** The name that a page knows a picture by; each picture is in the file once. */
    String picture(Picture picture) {
        return "I" + pictures.computeIfAbsent(picture, _ -> pictures.size());
    }

    /** The whole file. To be called once. */
    public byte[] bytes() {
        int firstPicture = FIRST_FONT + PdfFont.values().length;
        int firstPage = firstPicture + pictures.size();
        write("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        object("<< /Type /Catalog /Pages " + PAGES + " 0 R >>");
        var kids = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            kids.append(firstPage + 2 * i).append(" 0 R ");
        }
        object("<< /Type /Pages /Count " + pages.size() + " /Kids [ " + kids + "] >>");
        object("<< /Title " + PdfPage.literal(title) + " /Producer (Outturn sample) >>");
        for (PdfFont font : PdfFont.values()) {
            object(
                    "<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /"
                            + font.baseFont()
                            + " >>");
        }
        pictures.keySet().forEach(this::pictureObject);
        String resources = resources(firstPicture);
        for (int i = 0; i < pages.size(); i++) {
            object(
                    "<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %d %d] /Resources %s /Contents %d 0 R >>"
                            .formatted(
                                    PAGES,
                                    PdfPage.WIDTH,
                                    PdfPage.HEIGHT,
                                    resources,
                                    firstPage + 2 * i + 1));
            byte[] content = pages.get(i).content().getBytes(StandardCharsets.ISO_8859_1);
            stream("/Filter /FlateDecode", deflate(content));
        }
        trailer();
        return out.toByteArray();
    }

    private String resources(int firstPicture) {
        var text = new StringBuilder("<< /Font <<");
        for (PdfFont font : PdfFont.values()) {
            text.append(" /F%d %d 0 R".formatted(font.ordinal(), FIRST_FONT + font.ordinal()));
        }
        text.append(" >> /XObject <<");
        for (int i = 0; i < pictures.size(); i++) {
            text.append(" /I%d %d 0 R".formatted(i, firstPicture + i));
        }
        return text.append(" >> >>").toString();
    }

    private void pictureObject(Picture picture) {
        stream(
                "/Type /XObject /Subtype /Image /BitsPerComponent 8 /Width %d /Height %d %s"
                        .formatted(picture.width(), picture.height(), picture.entries()),
                picture.data());
    }

    private void object(String body) {
        begin();
        write(body + "\nendobj\n");
    }

    private void stream(String entries, byte[] data) {
        begin();
        write("<< " + entries + " /Length " + data.length + " >>\nstream\n");
        out.writeBytes(data);
        write("\nendstream\nendobj\n");
    }

    private void begin() {
        offsets.add(out.size());
        write(offsets.size() + " 0 obj\n");
    }

    private void trailer() {
        int start = out.size();
        write("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> write("%010d 00000 n \n".formatted(offset)));
        write(
                "trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(offsets.size() + 1, CATALOG, INFO, start));
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] deflate(byte[] data) {
        var deflater = new Deflater();
        try {
            deflater.setInput(data);
            deflater.finish();
            byte[] packed = new byte[data.length + 64];
            return java.util.Arrays.copyOf(packed, deflater.deflate(packed));
        } finally {
            deflater.end();
        }
    }
}

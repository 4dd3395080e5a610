package org.outturn.sample.outputs;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.outturn.sample.content.Article;
import org.outturn.sample.content.ArticleJson;
import org.outturn.sample.content.ArticlePdf;
import org.outturn.sample.content.ArticlePdf.Marks;
import org.outturn.sample.content.ArticleText;
import org.outturn.sample.files.Picture;
import org.outturn.sample.files.Resources;
import org.outturn.sample.files.Zip;

/**
 * What MonkeyOCR makes of one document: files by the end of their names, and the ZIP of them all.
 */
final class ParsedDocument {
    static final int FIGURE_WIDTH = 480;
    static final int FIGURE_HEIGHT = 300;

    private final Article article;
    private final byte[] figure;
    private final String image;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final byte[] zip;

    ParsedDocument(Article article) {
        this.article = article;
        this.figure = Resources.bytes(article.figure());
        this.image = Names.sha256(figure) + ".jpg";
        Picture picture = Picture.ofJpeg(figure, FIGURE_WIDTH, FIGURE_HEIGHT);
        String link = "images/" + image;
        files.put(".md", ArticleText.markdown(article, link).getBytes(StandardCharsets.UTF_8));
        files.put("_content_list.json", ArticleJson.contentList(article, link));
        files.put("_middle.json", ArticleJson.middle(article));
        files.put("_model.pdf", ArticlePdf.of(article, picture, Marks.MODEL));
        files.put("_layout.pdf", ArticlePdf.of(article, picture, Marks.LAYOUT));
        files.put("_spans.pdf", ArticlePdf.of(article, picture, Marks.SPANS));
        this.zip = Zip.of(zipEntries());
    }

    Article article() {
        return article;
    }

    byte[] zip() {
        return zip;
    }

    /** Files below the folder, those of the document under another stem, pictures as they are. */
    Map<String, byte[]> unzipped(String stem) {
        var all = new LinkedHashMap<String, byte[]>();
        files.forEach((end, bytes) -> all.put(stem + end, bytes));
        all.put("images/" + image, figure);
        return all;
    }

    /** In the ZIP the pictures carry the document's name, which the Markdown's links lack. */
    private Map<String, byte[]> zipEntries() {
        var entries = new LinkedHashMap<String, byte[]>();
        files.forEach((end, bytes) -> entries.put(article.name() + end, bytes));
        entries.put("images/" + article.name() + "_" + image, figure);
        return entries;
    }
}

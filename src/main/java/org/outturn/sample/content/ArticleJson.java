package org.outturn.sample.content;

import static org.outturn.sample.files.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.outturn.sample.files.Json;

/** Writes an article as the parsers' JSON documents do. */
public final class ArticleJson {
    private static final int BLOCKS_PER_PAGE = 6;

    private ArticleJson() {}

    /** {@code …_content_list.json} of MonkeyOCR: a flat list in reading order. */
    public static byte[] contentList(Article article, String figure) {
        var list = new ArrayList<Object>();
        for (Block block : article.blocks()) {
            Map<String, Object> entry = entry(block, figure);
            entry.put("page_idx", list.size() / BLOCKS_PER_PAGE);
            list.add(entry);
        }
        return Json.pretty(list);
    }

    /** {@code …_middle.json} of MonkeyOCR: pages with the boxes of blocks. */
    public static byte[] middle(Article article) {
        var pages = new ArrayList<Object>();
        List<Block> blocks = article.blocks();
        for (int from = 0; from < blocks.size(); from += BLOCKS_PER_PAGE) {
            int to = Math.min(from + BLOCKS_PER_PAGE, blocks.size());
            var page = new ArrayList<Object>();
            for (int i = from; i < to; i++) {
                page.add(middleBlock(blocks.get(i), i - from));
            }
            pages.add(
                    object(
                            "preproc_blocks", page,
                            "page_idx", pages.size(),
                            "page_size", List.of(595, 842),
                            "discarded_blocks", List.of()));
        }
        return Json.pretty(
                object("pdf_info", pages, "_parse_type", "ocr", "_version_name", "0.1.0"));
    }

    /** {@code docling.json}: texts, tables and pictures, referred to by the body. */
    public static byte[] docling(Article article) {
        var texts = new ArrayList<Object>();
        var tables = new ArrayList<Object>();
        var pictures = new ArrayList<Object>();
        var body = new ArrayList<Object>();
        for (Block block : article.blocks()) {
            List<Object> list =
                    switch (block) {
                        case Block.Table _ -> tables;
                        case Block.Figure _ -> pictures;
                        default -> texts;
                    };
            String kind = list == tables ? "tables" : list == pictures ? "pictures" : "texts";
            String reference = "#/" + kind + "/" + list.size();
            body.add(object("$ref", reference));
            list.add(doclingItem(block, reference, body.size()));
        }
        return Json.pretty(
                object(
                        "schema_name",
                        "DoclingDocument",
                        "version",
                        "1.3.0",
                        "name",
                        article.stem(),
                        "origin",
                        object("mimetype", "application/pdf", "filename", article.name() + ".pdf"),
                        "body",
                        object("self_ref", "#/body", "children", body),
                        "texts",
                        texts,
                        "tables",
                        tables,
                        "pictures",
                        pictures));
    }

    private static Map<String, Object> entry(Block block, String figure) {
        return switch (block) {
            case Block.Heading(int level, String text) ->
                    object("type", "text", "text", text, "text_level", level);
            case Block.Paragraph(String text) -> object("type", "text", "text", text);
            case Block.Steps _ -> object("type", "text", "text", ArticleText.plain(block));
            case Block.Table table ->
                    object(
                            "type", "table",
                            "table_body", ArticleText.html(table),
                            "table_caption", List.of(),
                            "table_footnote", List.of());
            case Block.Formula(String tex) ->
                    object(
                            "type", "equation",
                            "text", "$$\n" + tex + "\n$$",
                            "text_format", "latex");
            case Block.Figure(String caption) ->
                    object(
                            "type",
                            "image",
                            "img_path",
                            figure,
                            "img_caption",
                            List.of(caption),
                            "img_footnote",
                            List.of());
        };
    }

    private static Map<String, Object> middleBlock(Block block, int row) {
        List<Integer> box = List.of(64, 72 + row * 110, 531, 168 + row * 110);
        var span =
                object(
                        "bbox",
                        box,
                        "content",
                        ArticleText.plain(block),
                        "score",
                        0.98 - row * 0.01);
        return object(
                "type",
                ArticlePdf.kind(block),
                "bbox",
                box,
                "index",
                row,
                "lines",
                List.of(object("bbox", box, "spans", List.of(span))));
    }

    private static Map<String, Object> doclingItem(Block block, String reference, int order) {
        var item =
                object(
                        "self_ref", reference,
                        "parent", object("$ref", "#/body"),
                        "label", label(block),
                        "prov", List.of(object("page_no", 1 + order / BLOCKS_PER_PAGE)));
        switch (block) {
            case Block.Table(var rows) ->
                    item.put(
                            "data",
                            object(
                                    "num_rows",
                                    rows.size(),
                                    "num_cols",
                                    rows.getFirst().size(),
                                    "grid",
                                    rows));
            case Block.Figure(String caption) -> item.put("captions", List.of(caption));
            default -> {
                item.put("orig", ArticleText.plain(block));
                item.put("text", ArticleText.plain(block));
            }
        }
        return item;
    }

    private static String label(Block block) {
        return switch (block) {
            case Block.Heading(int level, _) -> level == 1 ? "title" : "section_header";
            case Block.Paragraph _ -> "text";
            case Block.Steps _ -> "list_item";
            case Block.Table _ -> "table";
            case Block.Formula _ -> "formula";
            case Block.Figure _ -> "picture";
        };
    }
}

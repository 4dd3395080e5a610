package org.outturn.sample.content;

import java.util.List;
import java.util.SplittableRandom;

/** The documents that people hand to the parsers. */
public final class Library {
    private static final List<String> TEMPLATES =
            List.of(
                    "heat-pumps",
                    "soil-moisture",
                    "pump-manual",
                    "energy-report",
                    "cell-protocol",
                    "filter-notes");

    private static final List<List<String>> NAMES =
            List.of(
                    List.of("heat pump trial east", "heat pump trial west", "heat pumps_south"),
                    List.of("soil moisture north field", "soil_moisture_2026", "river field"),
                    List.of("CP-40 maintenance manual", "CP-65 manual (rev B)", "manual_CP-80"),
                    List.of("energy report Q1", "energy report Q2", "energy_report_Q3"),
                    List.of("cell counting protocol", "protocol_fluorescence", "SOP 014 cells"),
                    List.of("lecture notes 1", "lecture notes 2", "lecture_notes_3"));

    private Library() {}

    /** Eighteen articles, always the same for a seed. */
    public static List<Article> articles(long seed) {
        var random = new SplittableRandom(seed);
        var articles = new java.util.ArrayList<Article>();
        for (int variant = 0; variant < 3; variant++) {
            for (int i = 0; i < TEMPLATES.size(); i++) {
                articles.add(
                        Article.read(
                                NAMES.get(i).get(variant),
                                TEMPLATES.get(i),
                                variant,
                                random.split()));
            }
        }
        return articles;
    }
}

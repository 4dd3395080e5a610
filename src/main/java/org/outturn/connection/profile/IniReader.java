package org.outturn.connection.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a file of profiles as the AWS CLI's parser does (Python's {@code configparser}:
 * {@code =} or {@code :} between name and value, comments on lines of their own, deeper lines
 * continue a value), but goes on after a line that it cannot understand, and puts duplicate
 * sections together as the SDKs do.
 */
final class IniReader {

    /**
     * A line that was left out.
     *
     * @param messageKey why
     * @param words never a value
     */
    record Broken(int line, String messageKey, List<String> words) {}

    /** What a text holds. */
    record Read(List<Section> sections, List<Broken> broken) {}

    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final List<Broken> broken = new ArrayList<>();

    /** Where properties go; none before the first header and below a broken one. */
    private @Nullable Section section;

    private boolean headerSeen;
    private int sectionFrom;
    private @Nullable String name;
    private final List<String> value = new ArrayList<>();
    private int valueLine;
    private int indent;

    private IniReader() {}

    /** Never fails. */
    static Read read(String text) {
        var reader = new IniReader();
        int number = 0;
        for (String line : text.split("\r\n|\r|\n", -1)) {
            number++;
            reader.line(line, number);
        }
        reader.endValue();
        reader.broken.sort((a, b) -> Integer.compare(a.line(), b.line()));
        return new Read(List.copyOf(reader.sections.values()), List.copyOf(reader.broken));
    }

    private void line(String line, int number) {
        String text = Blank.strip(line);
        if (text.isEmpty()) {
            if (name != null) {
                value.add("");
            }
            return;
        }
        if (text.charAt(0) == '#' || text.charAt(0) == ';') {
            return;
        }
        int depth = Blank.indent(line);
        if (name != null && depth > indent) {
            value.add(text);
            return;
        }
        endValue();
        indent = depth;
        if (text.charAt(0) == '[') {
            header(text, number);
        } else {
            property(text, number);
        }
    }

    private void header(String text, int number) {
        headerSeen = true;
        String header = Headers.between(text);
        if (header.isEmpty()) {
            broken.add(new Broken(number, "profiles.header.broken", List.of()));
            section = null;
            return;
        }
        section = sections.computeIfAbsent(header, key -> Section.empty(key, number));
        sectionFrom = number;
    }

    private void property(String text, int number) {
        int end = separator(text);
        String found = end < 0 ? "" : Blank.strip(text.substring(0, end)).toLowerCase(Locale.ROOT);
        if (section == null) {
            // one word for all lines below a header that has been named already
            if (!headerSeen) {
                broken.add(new Broken(number, "profiles.line.outside", List.of()));
                headerSeen = true;
            }
        } else if (found.isEmpty()) {
            broken.add(new Broken(number, "profiles.line.broken", List.of(section.header())));
        }
        // deeper lines continue this one, also when it is left out
        name = found;
        value.clear();
        value.add(end < 0 ? "" : Blank.strip(text.substring(end + 1)));
        valueLine = number;
    }

    private static int separator(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '=' || text.charAt(at) == ':') {
                return at;
            }
        }
        return -1;
    }

    private void endValue() {
        String finished = name;
        name = null;
        if (finished == null || finished.isEmpty() || section == null) {
            return;
        }
        String text = String.join("\n", value).stripTrailing();
        if (text.startsWith("\n")) {
            checkBlock(section);
        }
        var property = new Section.Property(text, valueLine);
        Section.Property before = section.properties().put(finished, property);
        if (before != null && before.line() > sectionFrom) {
            broken.add(new Broken(valueLine, "profiles.line.twice", List.of(section.header())));
        }
    }

    /** Each line of a nested block is a property of its own. */
    private void checkBlock(Section holder) {
        boolean bad = value.stream().anyMatch(line -> !line.isEmpty() && line.indexOf('=') < 0);
        if (bad) {
            broken.add(new Broken(valueLine, "profiles.block.broken", List.of(holder.header())));
        }
    }
}

package org.outturn.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNamesTest extends HostileKeys {
    private static final Pattern WINDOWS_DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)( *\\..*)?", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({
        "report v2.pdf,  report v2.pdf",
        "a+b%20#?.txt,   a+b%20#_.txt",
        "a:b,            a_b",
        "a\\b,           a_b",
        ".,              _",
        "..,             __",
        "...,            ___",
        "name.,          name_",
        "'name ',        name_",
        "CON,            _CON",
        "nul.txt,        _nul.txt",
        "'Com1 .a.b',    '_Com1 .a.b'",
        "console,        console",
        "COM10,          COM10",
        ".hidden,        .hidden",
        "'',             _"
    })
    void changesAsLittleAsPossible(String segment, String name) {
        assertThat(SafeNames.of(segment)).isEqualTo(name);
    }

    @Test
    void controlCharactersAndTextThatTurnsAroundGo() {
        assertThat(SafeNames.of("a\nb\u0000c\u007fd\u0085")).isEqualTo("a_b_c_d_");
        assertThat(SafeNames.of("cv\u202egpj.exe")).isEqualTo("cv_gpj.exe");
        assertThat(SafeNames.of("half \ud83d char")).isEqualTo("half _ char");
        assertThat(SafeNames.of("whole \ud83d\ude00")).isEqualTo("whole \ud83d\ude00");
    }

    @Test
    void longNamesKeepTheirExtensionAndStayDifferent() {
        String first = SafeNames.of("\u00e9".repeat(200) + "1.records.jsonl");
        String second = SafeNames.of("\u00e9".repeat(200) + "2.records.jsonl");
        assertThat(first).endsWith(".jsonl").startsWith("\u00e9\u00e9").isNotEqualTo(second);
        assertThat(first.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(254, 255);
        assertThat(SafeNames.of("x".repeat(255))).isEqualTo("x".repeat(255));
        assertThat(SafeNames.of("a." + "x".repeat(300))).hasSizeLessThanOrEqualTo(255);
    }

    @Test
    void numbersFitIntoLongNames() {
        String name = SafeNames.numbered("x".repeat(251) + ".pdf", 12);
        assertThat(name).hasSize(255).endsWith(" (12).pdf");
    }

    @Property
    void everyNameIsValidEverywhere(@ForAll("segments") String segment) {
        String name = SafeNames.of(segment);
        assertThat(isValid(name)).as(name).isTrue();
        assertThat(isValid(SafeNames.numbered(name, 2))).isTrue();
        assertThat(isValid(SafeNames.ascii(name))).isTrue();
        assertThat(SafeNames.ascii(name)).matches("[\\x20-\\x7e]+");
    }

    @Property
    void makingASafeNameSafeChangesNothing(@ForAll("segments") String segment) {
        String name = SafeNames.of(segment);
        assertThat(SafeNames.of(name)).isEqualTo(name);
    }

    @Property
    void namesThatOnlyCaseOrNormalisationTellsApartFoldToOne(@ForAll("segments") String segment) {
        String folded = SafeNames.fold(segment);
        assertThat(SafeNames.fold(segment.toLowerCase(Locale.ROOT))).isEqualTo(folded);
        assertThat(SafeNames.fold(Normalizer.normalize(segment, Normalizer.Form.NFD)))
                .isEqualTo(folded);
    }

    /** The rules of Windows, and the length of Linux, written down a second time. */
    static boolean isValid(String name) {
        return !name.isEmpty()
                && name.getBytes(StandardCharsets.UTF_8).length <= 255
                && name.chars().noneMatch(c -> c < 0x20 || "<>:\"/\\|?*".indexOf(c) >= 0)
                && !name.endsWith(".")
                && !name.endsWith(" ")
                && !WINDOWS_DEVICE.matcher(name).matches();
    }
}

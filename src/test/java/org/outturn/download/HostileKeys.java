package org.outturn.download;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.outturn.storage.ObjectAddress;

/** Keys as nobody would want them, from few pieces, so that they meet often. */
abstract class HostileKeys {
    private static final List<String> PIECES =
            List.of(
                    "",
                    ".",
                    "..",
                    "...",
                    "a",
                    "A",
                    "b",
                    "a.",
                    "a ",
                    " ",
                    "~",
                    "a (2)",
                    "A (2)",
                    "_",
                    "__",
                    "con",
                    "CON.txt",
                    "nul",
                    "Com1",
                    "lpt9.x",
                    "a\\b",
                    "a:b",
                    "a_b",
                    "C:",
                    "\u0000",
                    "\n",
                    "\u00e9",
                    "e\u0301",
                    "\u00c9",
                    "\u00df",
                    "ss",
                    "\u1e9e",
                    "\u0130",
                    "i",
                    "I",
                    "\u212a",
                    "k",
                    "\u03c3",
                    "\u03a3",
                    "\ud83d\ude00",
                    "\ud83d",
                    "\ufffd",
                    "a?b",
                    "a*b",
                    "\"",
                    "<",
                    "|",
                    ".a",
                    "x.pdf",
                    "X.PDF");

    @Provide
    Arbitrary<String> segments() {
        Arbitrary<String> known = Arbitraries.of(PIECES);
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(12);
        Arbitrary<String> longOnes =
                Arbitraries.of("x", "\u00e9", "\ud83d\ude00", "A.")
                        .flatMap(piece ->
                                Arbitraries.integers()
                                        .between(60, 260)
                                        .map(n -> piece.repeat(n) + ".pdf"));
        return Arbitraries.frequencyOf(
                Tuple.of(8, known),
                Tuple.of(3, any.map(s -> s.replace("/", ""))),
                Tuple.of(1, longOnes));
    }

    @Provide
    Arbitrary<List<String>> keys() {
        return segments()
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(segments -> String.join("/", segments))
                .filter(HostileKeys::isKey)
                .list()
                .ofMaxSize(30)
                .map(keys -> keys.stream().distinct().sorted().toList());
    }

    private static boolean isKey(String text) {
        return !text.isEmpty()
                && text.getBytes(StandardCharsets.UTF_8).length <= ObjectAddress.MAX_KEY_BYTES;
    }
}

package org.outturn.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KeyOrderTest {
    @Property
    void isTheOrderOfTheBytes(@ForAll("texts") String one, @ForAll("texts") String other) {
        int bytes =
                Arrays.compareUnsigned(
                        one.getBytes(StandardCharsets.UTF_8),
                        other.getBytes(StandardCharsets.UTF_8));
        assertThat(Integer.signum(KeyOrder.compare(one, other))).isEqualTo(Integer.signum(bytes));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "/", "é", "\uE000", "\uFFFD", "😀", "🥁")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
    }
}

package org.outturn.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.outturn.storage.NumberedName;

class KeysTest {
    @Property
    void allKeysAndTheirNumberedKindsBeginWithTheCommonStart(
            @ForAll @Size(min = 1, max = 5)
                    List<@StringLength(min = 1, max = 12) @CharRange(from = '-', to = 'b') String>
                            keys) {
        String start = Keys.commonStart(keys);
        assertThat(keys).allMatch(key -> key.startsWith(start));
        assertThat(keys).allMatch(key -> NumberedName.of(key, 7).startsWith(start));
    }

    @Test
    void theCommonStartOfOneFileIsItsStem() {
        assertThat(Keys.commonStart(List.of("in/a.pdf"))).isEqualTo("in/a");
    }

    @Test
    void theCommonStartEndsWithAWholeCharacter() {
        assertThat(Keys.commonStart(List.of("in/\ud83d\ude00", "in/\ud83d\ude01")))
                .isEqualTo("in/");
    }
}

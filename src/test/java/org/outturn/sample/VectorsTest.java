package org.outturn.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The small algorithms of the server against published values and against the JDK. */
class VectorsTest {
    @Test
    void computesTheCheckValueOfCrc64Nvme() {
        var crc = new Crc64Nvme();
        crc.update("123456789".getBytes(StandardCharsets.US_ASCII), 0, 9);
        assertThat(crc.getValue()).isEqualTo(0xae8b14860a799888L);
    }

    @Property
    void ordersAsUtf8BytesDo(@ForAll String one, @ForAll String other) {
        byte[] a = one.getBytes(StandardCharsets.UTF_8);
        byte[] b = other.getBytes(StandardCharsets.UTF_8);
        if (StandardCharsets.UTF_8.newEncoder().canEncode(one + "|" + other)) {
            assertThat(Integer.signum(new Utf8Order().compare(one, other)))
                    .isEqualTo(Integer.signum(Arrays.compareUnsigned(a, b)));
        }
    }

    @Property
    void decodesWhatItEncodes(@ForAll String text) {
        if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            assertThat(Percent.decode(Percent.encode(text))).isEqualTo(text);
            assertThat(Percent.encodePath(text)).matches("[A-Za-z0-9._~/%-]*");
        }
    }
}

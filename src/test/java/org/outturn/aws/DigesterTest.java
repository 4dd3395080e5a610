package org.outturn.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.crt.checksums.CRC64NVME;

class DigesterTest {

    /** The published check values, of the nine digits. */
    @ParameterizedTest
    @CsvSource({
        "CRC64NVME, AE8B14860A799888",
        "CRC32C,    E3069283",
        "CRC32,     CBF43926",
        "SHA1,      F7C3BC1D808E04732ADF679965CCC34CA7AE3441",
        "SHA256,    15E2B0D3C33891EBB0F1EF609EC419420C20E320CE94C65FBC8C3312448EB225"
    })
    void givesThePublishedValues(Digester digester, String hex) {
        Digester.Sum sum = digester.begin();
        byte[] digits = "123456789".getBytes(StandardCharsets.UTF_8);

        sum.update(digits, digits.length);

        assertThat(Base64.getDecoder().decode(sum.base64())).asHexString().isEqualTo(hex);
    }

    @Test
    void agreesWithTheNativeOneOnAnyLengthAndCut() {
        Random random = new Random(5);
        for (int length = 0; length < 200; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            int cut = random.nextInt(length + 1);
            Crc64Nvme own = new Crc64Nvme();
            CRC64NVME real = new CRC64NVME();

            own.update(bytes, 0, cut);
            own.update(bytes, cut, length - cut);
            real.update(bytes, 0, length);

            assertThat(own.getValue()).isEqualTo(real.getValue());
        }
    }

    @ParameterizedTest
    @EnumSource(Digester.class)
    void oneBitMakesADifference(Digester digester) {
        byte[] bytes = new byte[1000];
        byte[] other = Arrays.copyOf(bytes, 1000);
        other[777] = 1;

        assertThat(sum(digester, bytes)).isNotEqualTo(sum(digester, other));
    }

    private static String sum(Digester digester, byte[] bytes) {
        Digester.Sum sum = digester.begin();
        sum.update(bytes, bytes.length);
        return sum.base64();
    }
}

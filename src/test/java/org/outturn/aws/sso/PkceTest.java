package org.outturn.aws.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PkceTest {
    /** RFC 7636, appendix B. */
    @Test
    void challengesAsTheRfcDoes() {
        assertThat(Pkce.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge())
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    /** RFC 7636, section 4.1. */
    @Test
    void verifiersAreLongEnoughAndNeverTheSame() {
        var random = new SecureRandom();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            Pkce pkce = Pkce.make(random);
            assertThat(pkce.verifier()).matches("[A-Za-z0-9._~-]{43,128}");
            assertThat(seen.add(pkce.verifier())).isTrue();
        }
    }

    @Property(tries = 200)
    void challengesCanGoIntoAnAddress(
            @ForAll @StringLength(min = 43, max = 128) @CharRange(from = 'a', to = 'z')
                    String verifier) {
        assertThat(Pkce.of(verifier).challenge()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void theVerifierDoesNotPrint() {
        Pkce pkce = Pkce.make(new SecureRandom());
        assertThat(pkce.toString()).doesNotContain(pkce.verifier());
    }
}

package org.outturn.connection.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.outturn.connection.SsoSession;

/** The names were computed with botocore's own code. */
class CacheNamesTest {
    private static final String URL = "https://example.awsapps.com/start";

    private static SsoSession session(String name, List<String> scopes) {
        return new SsoSession(name, URL, "us-east-1", scopes);
    }

    @Test
    void aTokenIsNamedAfterItsSession() {
        assertThat(CacheNames.token(session("my-sso", List.of())))
                .isEqualTo("0ad374308c5a4e22f723adf10145eafad7c4031c.json");
    }

    @Test
    void theLegacyFormIsNamedAfterItsStartUrl() {
        assertThat(CacheNames.token(session("", List.of())))
                .isEqualTo("e8be5486177c5b5392bd9aa76563515b29358e6e.json");
    }

    @Test
    void aRegistrationIsNamedAfterItsCircumstances() {
        assertThat(CacheNames.registration(session("my-sso", List.of())))
                .isEqualTo("9065e9472ec6b87bbc18bb77fc3c3016d8d42df9.json");
        assertThat(CacheNames.registration(session("my-sso", List.of("sso:account:access", "a:b"))))
                .isEqualTo("ee9450f3ba0a802202b92e01d75adc087f8dcb32.json");
        assertThat(CacheNames.registration(session("", List.of())))
                .isEqualTo("6c6f31f93a84fcbeca9b94bb5d13f4109559e71a.json");
    }

    @Test
    void unusualCharactersAreWrittenAsPythonDoes() {
        var unusual =
                new SsoSession(
                        "Büro",
                        "https://exämple.com/\"x\\😀\t",
                        "eu-central-1",
                        List.of("sso:account:access"));
        assertThat(CacheNames.registration(unusual))
                .isEqualTo("b971a51657a10c2e99493bf0aa84949692b247f8.json");
        assertThat(CacheNames.token(unusual))
                .isEqualTo("7be79e5d1a6c71c3b13849f852bfa9ecf647281a.json");
    }
}

package org.outturn.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberedNameTest {
    @ParameterizedTest
    @CsvSource({
        "a.pdf,         a (2).pdf",
        "b.c/a.pdf,     b.c/a (2).pdf",
        "b.c/a,         b.c/a (2)",
        ".env,          .env (2)",
        "x/.env,        x/.env (2)",
        "a.tar.gz,      a.tar (2).gz",
        "a.,            a (2)."
    })
    void putsTheNumberBeforeTheExtension(String path, String numbered) {
        assertThat(NumberedName.of(path, 2)).isEqualTo(numbered);
    }
}

package org.outturn.logging;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets out of text: those it was told of, and whatever looks like one by its shape or by
 * the name before it. It would rather take out too much. Safe for use by many threads.
 *
 * <p>The names are those of AWS Signature Version 4 (S3 API reference, "Authenticating Requests:
 * Using Query Parameters" and "Using the Authorization Header"), of Signature Version 2, of the
 * shared credentials file, and of the STS and OIDC answers.
 */
public final class SecretRedactor {
    /** What stands where a secret was. */
    public static final String HIDDEN = "[hidden]";

    /**
     * A known secret shorter than this is too likely to be part of ordinary words; servers ask for
     * 8 and more.
     */
    private static final int SHORTEST = 4;

    private static final String NAMES =
            "x-amz-(?:signature|credential|security-token|server-side-encryption-customer-key)"
                    + "|signature(?:provided)?|credential|awsaccesskeyid"
                    + "|secret[_-]?(?:access[_-]?)?key|(?:session|security|access|refresh|id)[_-]?token"
                    + "|client[_-]?secret|pass(?:word|phrase|wd)";
    private static final String VALUE =
            "(?:\"[^\"]*\"|'[^']*'|\\[[^]]*]|[\"'\\[]?[^\\s,;&\"'<>)\\]}]+)";

    private static final List<Rule> RULES =
            List.of(
                    new Rule("(?i)(https?://)[^\\s/?#@\"'<>]+@", "$1" + HIDDEN + "@"),
                    new Rule("(?i)(https?://[^\\s?\"'<>]*)\\?[^\\s\"'<>]+", "$1?" + HIDDEN),
                    new Rule("(?i)(authorization[\"']?\\s*[:=]\\s*)[^\\r\\n]+", "$1" + HIDDEN),
                    new Rule(
                            "(?i)((?:" + NAMES + ")[\"']?\\s*(?:=|:|%3D|>)\\s*)" + VALUE,
                            "$1" + HIDDEN),
                    // how the session tokens of STS begin, and JSON Web Tokens
                    new Rule("\\b(?:FwoGZXIvYXdz|IQoJb3JpZ2lu)[\\w/+=%-]{16,}", HIDDEN),
                    new Rule("\\beyJ[\\w-]{8,}\\.[\\w-]{8,}(?:\\.[\\w-]*)?", HIDDEN));

    private volatile List<String> known = List.of();

    /**
     * From now on this very text is taken out wherever it stands, also percent-encoded. Blank text
     * and text of fewer than 4 characters is not.
     */
    public synchronized void hide(String secret) {
        if (secret.isBlank() || secret.length() < SHORTEST) {
            return;
        }
        TreeSet<String> longestFirst =
                new TreeSet<>(
                        Comparator.comparingInt(String::length)
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()));
        longestFirst.addAll(known);
        longestFirst.addAll(formsOf(secret).toList());
        known = List.copyOf(longestFirst);
    }

    /** The secret as it is, as it stands in a query string, and as some write it in JSON. */
    private static Stream<String> formsOf(String secret) {
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return Stream.of(secret, encoded, encoded.replace("+", "%20"), secret.replace("/", "\\/"));
    }

    /** The text without its secrets. */
    public String redact(String text) {
        String clean = text;
        for (String secret : known) {
            clean = clean.replace(secret, HIDDEN);
        }
        for (Rule rule : RULES) {
            clean = rule.pattern.matcher(clean).replaceAll(rule.replacement);
        }
        return clean;
    }

    /** Says how many secrets there are, and none of them. */
    @Override
    public String toString() {
        return "SecretRedactor[" + known.size() + " known texts]";
    }

    private record Rule(Pattern pattern, String replacement) {
        Rule(String regex, String replacement) {
            this(Pattern.compile(regex), replacement);
        }
    }
}

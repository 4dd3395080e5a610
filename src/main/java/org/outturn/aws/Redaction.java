package org.outturn.aws;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of texts that others wrote. A server's error may repeat the request: the query
 * of a presigned URL, the canonical request, the string to sign.
 */
public final class Redaction {
    /** The longest text that is kept, in characters. */
    static final int MAX_LENGTH = 300;

    private static final int MAX_CAUSES = 6;
    private static final Pattern QUERY = Pattern.compile("\\?[^\\s\"'<>)]*");
    private static final Pattern SIGNING_TEXT =
            Pattern.compile("(?s)(AWS4-(HMAC|ECDSA)|StringToSign|CanonicalRequest).*");
    private static final Pattern NAMED_SECRET =
            Pattern.compile(
                    "(?i)\\b(x-amz-signature|x-amz-security-token|x-amz-credential|signature"
                            + "|awsaccesskeyid|secret[a-z_ ]*|session[_ ]?token|access[_ ]?token"
                            + "|authorization)\\s*[=:]\\s*\\S+");
    private static final Pattern LONG_TOKEN = Pattern.compile("[A-Za-z0-9+/=_-]{60,}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private Redaction() {}

    /** The text without what could be a secret, on one line, at most {@value MAX_LENGTH} long. */
    public static String text(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        String text = CONTROL.matcher(raw).replaceAll(" ");
        text = SIGNING_TEXT.matcher(text).replaceAll("***");
        text = QUERY.matcher(text).replaceAll("?***");
        text = NAMED_SECRET.matcher(text).replaceAll("$1=***");
        text = LONG_TOKEN.matcher(text).replaceAll("***").strip();
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 1) + "…";
    }

    /** A stand-in for an exception that keeps its stack and causes, but no text unredacted. */
    public static Throwable copyOf(Throwable thrown) {
        return copyOf(thrown, MAX_CAUSES);
    }

    private static Throwable copyOf(Throwable thrown, int depth) {
        Throwable cause = thrown.getCause();
        return new Redacted(thrown, cause == null || depth == 0 ? null : copyOf(cause, depth - 1));
    }

    /** Somebody else's exception, its text redacted. */
    private static final class Redacted extends Exception {
        private static final long serialVersionUID = 1L;

        Redacted(Throwable original, @Nullable Throwable cause) {
            super(
                    original.getClass().getName() + ": " + text(original.getMessage()),
                    cause,
                    false,
                    true);
            setStackTrace(original.getStackTrace());
        }
    }
}

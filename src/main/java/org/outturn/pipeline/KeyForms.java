package org.outturn.pipeline;

import java.time.YearMonth;

/**
 * The parts that the producers build their keys from. Every check looks at each character at most
 * once and throws nothing, whatever the text.
 */
public final class KeyForms {
    private static final int UUID_LENGTH = 36;
    private static final int STAMP_LENGTH = 15;
    static final int JOB_FOLDER_LENGTH = STAMP_LENGTH + 1 + UUID_LENGTH;

    private KeyForms() {}

    /** Whether this is a UUID in the text form of RFC 9562, in upper or lower case. */
    public static boolean isUuid(String text) {
        return text.length() == UUID_LENGTH && uuidAt(text, 0);
    }

    /** Whether this is a scraper job's folder name: {@code yyyyMMdd_HHmmss_uuid}. */
    public static boolean isJobFolder(String text) {
        return text.length() == JOB_FOLDER_LENGTH
                && stampAt(text, 0)
                && text.charAt(STAMP_LENGTH) == '_'
                && uuidAt(text, STAMP_LENGTH + 1);
    }

    /** Whether a UUID is followed by exactly this ending. */
    static boolean isUuidThen(String text, String ending) {
        return text.length() == UUID_LENGTH + ending.length()
                && text.endsWith(ending)
                && uuidAt(text, 0);
    }

    /** Whether the text begins with a UUID and a dot. */
    static boolean beginsWithUuidAndDot(String text) {
        return text.length() > UUID_LENGTH && text.charAt(UUID_LENGTH) == '.' && uuidAt(text, 0);
    }

    /** Whether this is {@code yyyyMMdd_HHmmss_} and something of the given minimal length. */
    static boolean beginsWithStamp(String text, int rest) {
        return text.length() >= STAMP_LENGTH + 1 + rest
                && stampAt(text, 0)
                && text.charAt(STAMP_LENGTH) == '_';
    }

    /** What follows {@code yyyyMMdd_HHmmss_}, once {@link #beginsWithStamp} has said yes. */
    static String afterStamp(String text) {
        return text.substring(STAMP_LENGTH + 1);
    }

    /** How many digits the text has from this place on. */
    static int digitsAt(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at - from;
    }

    /** How many lower-case hexadecimal digits the text has from this place on. */
    static int hexAt(String text, int from) {
        int at = from;
        while (at < text.length() && isLowerHex(text.charAt(at))) {
            at++;
        }
        return at - from;
    }

    /** Whether year, month and day, as four, two and two digits, name a day that there is. */
    static boolean isDay(String year, String month, String day) {
        return year.length() == 4
                && month.length() == 2
                && day.length() == 2
                && digitsAt(year, 0) == 4
                && digitsAt(month, 0) == 2
                && digitsAt(day, 0) == 2
                && isDay(number(year, 0, 4), number(month, 0, 2), number(day, 0, 2));
    }

    private static boolean isDay(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private static boolean stampAt(String text, int from) {
        return text.length() >= from + STAMP_LENGTH
                && digitsAt(text, from) == 8
                && text.charAt(from + 8) == '_'
                && digitsAt(text, from + 9) == 6
                && isDay(
                        number(text, from, 4), number(text, from + 4, 2), number(text, from + 6, 2))
                && number(text, from + 9, 2) < 24
                && number(text, from + 11, 2) < 60
                && number(text, from + 13, 2) < 60;
    }

    private static boolean uuidAt(String text, int from) {
        for (int i = 0; i < UUID_LENGTH; i++) {
            char c = text.charAt(from + i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : !isLowerHex(c) && (c < 'A' || c > 'F')) {
                return false;
            }
        }
        return true;
    }

    private static int number(String digits, int from, int length) {
        int value = 0;
        for (int i = from; i < from + length; i++) {
            value = value * 10 + digits.charAt(i) - '0';
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLowerHex(char c) {
        return isDigit(c) || c >= 'a' && c <= 'f';
    }
}

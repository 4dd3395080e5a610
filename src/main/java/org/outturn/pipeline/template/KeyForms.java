package org.outturn.pipeline.template;

import java.time.YearMonth;

/**
 * The parts that the producers build their keys from. Every check looks at each character at most
 * once and throws nothing, whatever the text.
 */
public final class KeyForms {
    static final int STAMP_LENGTH = 15;
    private static final int UUID_LENGTH = 36;

    private KeyForms() {}

    /** Whether this is a UUID in the text form of RFC 9562, in upper or lower case. */
    public static boolean isUuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return false;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            char c = text.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : !isHex(c)) {
                return false;
            }
        }
        return true;
    }

    /** Whether this is {@code yyyyMMdd_HHmmss} of a time that there is. */
    public static boolean isStamp(String text) {
        return text.length() == STAMP_LENGTH
                && text.charAt(8) == '_'
                && isDigits(text.substring(0, 8))
                && isDigits(text.substring(9))
                && isDay(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8))
                && number(text, 9, 11) < 24
                && number(text, 11, 13) < 60
                && number(text, 13, 15) < 60;
    }

    /** Whether this is a scraper job's folder name: {@code yyyyMMdd_HHmmss_uuid}. */
    public static boolean isJobFolder(String text) {
        return text.length() == STAMP_LENGTH + 1 + UUID_LENGTH
                && text.charAt(STAMP_LENGTH) == '_'
                && isStamp(text.substring(0, STAMP_LENGTH))
                && isUuid(text.substring(STAMP_LENGTH + 1));
    }

    /** Whether this is {@code yyyy-MM-dd} of a day that there is. */
    static boolean isDate(String text) {
        return text.length() == 10
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && isDigits(text.substring(0, 4))
                && isDigits(text.substring(5, 7))
                && isDigits(text.substring(8))
                && isDay(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    /** Whether there is nothing but ASCII digits; true of an empty text. */
    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    static boolean isBetween(String digits, int least, int most) {
        if (!isDigits(digits)) {
            return false;
        }
        int value = number(digits, 0, digits.length());
        return value >= least && value <= most;
    }

    private static boolean isDay(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private static int number(String digits, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + digits.charAt(i) - '0';
        }
        return value;
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}

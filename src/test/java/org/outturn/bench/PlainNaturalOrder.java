package org.outturn.bench;

import java.util.Comparator;

/** Natural order of strings, compared character by character each time: the usual way. */
final class PlainNaturalOrder implements Comparator<String> {
    @Override
    public int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            char c = a.charAt(i);
            char d = b.charAt(j);
            if (isDigit(c) && isDigit(d)) {
                int endA = numberEnd(a, i);
                int endB = numberEnd(b, j);
                int order = compareNumbers(a, i, endA, b, j, endB);
                if (order != 0) {
                    return order;
                }
                i = endA;
                j = endB;
            } else {
                int order =
                        Character.compare(
                                Character.toLowerCase(Character.toUpperCase(c)),
                                Character.toLowerCase(Character.toUpperCase(d)));
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    private static int compareNumbers(String a, int i, int endA, String b, int j, int endB) {
        int startA = i;
        while (startA < endA && a.charAt(startA) == '0') {
            startA++;
        }
        int startB = j;
        while (startB < endB && b.charAt(startB) == '0') {
            startB++;
        }
        int order = Integer.compare(endA - startA, endB - startB);
        for (int k = 0; order == 0 && k < endA - startA; k++) {
            order = Character.compare(a.charAt(startA + k), b.charAt(startB + k));
        }
        return order;
    }

    private static int numberEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

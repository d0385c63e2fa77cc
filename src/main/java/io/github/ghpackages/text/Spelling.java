package io.github.ghpackages.text;

import java.util.Comparator;
import java.util.List;

/** Finds the names that somebody who misspelt one may have meant. */
public final class Spelling {

    private static final int MOST = 3;

    private Spelling() {}

    /** The number of letters to insert, drop or change (Levenshtein). */
    public static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[right.length()];
    }

    /** The nearest first: those that differ in less than a third of their letters, or only before the last dot. */
    public static List<String> near(String wanted, List<String> known) {
        return known.stream()
                .filter(name -> !name.equals(wanted))
                .filter(name -> distance(wanted, name) <= Math.max(2, wanted.length() / 3) || sameEnd(wanted, name))
                .sorted(Comparator.comparingInt((String name) -> distance(wanted, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .map(SafeText::harmless)
                .toList();
    }

    private static boolean sameEnd(String wanted, String name) {
        return name.substring(name.lastIndexOf('.') + 1).equals(wanted.substring(wanted.lastIndexOf('.') + 1));
    }
}

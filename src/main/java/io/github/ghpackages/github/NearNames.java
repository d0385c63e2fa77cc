package io.github.ghpackages.github;

import io.github.ghpackages.Text;
import java.util.Comparator;
import java.util.List;

/** Names that somebody who misspelt one could have meant. */
final class NearNames {

    private static final int MOST = 3;

    private NearNames() {}

    /** The nearest first: those that differ in less than a third of their letters, or only in what stands before the last dot. */
    static List<String> to(String wanted, List<String> known) {
        return known.stream()
                .filter(name -> distance(wanted, name) <= Math.max(2, wanted.length() / 3) || sameEnd(wanted, name))
                .sorted(Comparator.comparingInt((String name) -> distance(wanted, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .map(Text::harmless)
                .toList();
    }

    private static boolean sameEnd(String wanted, String name) {
        return name.substring(name.lastIndexOf('.') + 1).equals(wanted.substring(wanted.lastIndexOf('.') + 1));
    }

    /** Letters to insert, remove or replace (Levenshtein). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], diagonal));
            }
        }
        return row[to.length()];
    }
}

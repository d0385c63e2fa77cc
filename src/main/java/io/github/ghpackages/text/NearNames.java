package io.github.ghpackages.text;

import java.util.Comparator;
import java.util.List;

/** Names that somebody who misspelt one could have meant. */
public final class NearNames {

    private static final int MOST = 3;

    private NearNames() {}

    /** The nearest first: those that differ in less than a third of their letters, or only in what stands before the last dot. */
    public static List<String> to(String wanted, List<String> known) {
        return known.stream()
                .filter(name -> !name.equals(wanted))
                .filter(name ->
                        Spelling.distance(wanted, name) <= Math.max(2, wanted.length() / 3) || sameEnd(wanted, name))
                .sorted(Comparator.comparingInt((String name) -> Spelling.distance(wanted, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .map(SafeText::harmless)
                .toList();
    }

    private static boolean sameEnd(String wanted, String name) {
        return name.substring(name.lastIndexOf('.') + 1).equals(wanted.substring(wanted.lastIndexOf('.') + 1));
    }
}

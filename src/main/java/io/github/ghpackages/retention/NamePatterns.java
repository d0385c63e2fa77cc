package io.github.ghpackages.retention;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Patterns with {@code *} (any text, none too) and {@code ?} (one character) that match a whole name. Upper and lower case
 * differ, as they do for Maven.
 */
public final class NamePatterns {

    private static final NamePatterns NONE = of(List.of());

    private final List<String> patterns;

    private NamePatterns(List<String> patterns) {
        this.patterns = patterns;
    }

    /** These patterns; none match nothing. */
    public static NamePatterns of(List<String> patterns) {
        return new NamePatterns(List.copyOf(patterns));
    }

    /** No pattern, which matches nothing. */
    public static NamePatterns none() {
        return NONE;
    }

    /** As the user wrote them. */
    public List<String> texts() {
        return patterns;
    }

    /** Whether one of them matches the whole name. */
    public boolean matches(String name) {
        return match(name) != null;
    }

    /** The first that matches the whole name; null: none does. */
    @Nullable
    String match(String name) {
        for (String pattern : patterns) {
            if (matches(pattern, name)) {
                return pattern;
            }
        }
        return null;
    }

    /** Those without a wildcard. */
    public List<String> literals() {
        List<String> literals = new ArrayList<>();
        for (String pattern : patterns) {
            if (isLiteral(pattern)) {
                literals.add(pattern);
            }
        }
        return literals;
    }

    /** Whether a pattern has no wildcard, so that it is the name of one version. */
    public static boolean isLiteral(String pattern) {
        return pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0;
    }

    /** Whether a pattern matches the whole name. Goes back to the last star only, so that no pattern can take longer than its length times the name's. */
    public static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int retry = -1;
        while (n < name.length()) {
            int c = name.codePointAt(n);
            int wanted = p < pattern.length() ? pattern.codePointAt(p) : -1;
            if (wanted == '*') {
                star = p++;
                retry = n;
            } else if (wanted == '?' || wanted == c) {
                p += Character.charCount(wanted);
                n += Character.charCount(c);
            } else if (star >= 0) {
                retry += Character.charCount(name.codePointAt(retry));
                n = retry;
                p = star + 1;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamePatterns those && patterns.equals(those.patterns);
    }

    @Override
    public int hashCode() {
        return patterns.hashCode();
    }

    /** As the user wrote them, separated by commas. */
    @Override
    public String toString() {
        return String.join(",", patterns);
    }
}

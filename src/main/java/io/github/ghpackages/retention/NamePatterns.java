package io.github.ghpackages.retention;

import java.util.List;

/** Patterns with {@code *} and {@code ?} that match a whole name. */
public final class NamePatterns {

    private final List<String> patterns;

    private NamePatterns(List<String> patterns) {
        this.patterns = patterns;
    }

    /** These patterns; none match nothing. */
    public static NamePatterns of(List<String> patterns) {
        return new NamePatterns(List.copyOf(patterns));
    }

    /** As the user wrote them. */
    public List<String> texts() {
        return patterns;
    }

    public boolean matches(String name) {
        throw new UnsupportedOperationException(name);
    }

    /** Those without a wildcard. */
    public List<String> literals() {
        throw new UnsupportedOperationException();
    }
}

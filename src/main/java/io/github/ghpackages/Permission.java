package io.github.ghpackages;

import java.util.Locale;

/** Whether a token may do something. */
public enum Permission {
    YES,
    NO,
    /** GitHub reveals it only when it is tried. */
    UNKNOWN;

    /** The permission for something that requires both. */
    public Permission and(Permission other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES && other == YES ? YES : UNKNOWN;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

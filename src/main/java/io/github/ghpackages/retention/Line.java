package io.github.ghpackages.retention;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions that share a major, or a major.minor: the leading numbers after an optional {@code v}; a missing minor counts as 0.
 *
 * @param label such as {@code 1.4}; empty for the whole package
 */
record Line(String label) {

    private static final Pattern LEADING_NUMBERS = Pattern.compile("v?0*([0-9]+)(?:\\.0*([0-9]+))?.*", Pattern.DOTALL);

    private static final Line WHOLE_PACKAGE = new Line("");

    /** The line of a version that has a place in version order. */
    static Line of(String name, KeepPer per) {
        if (per == KeepPer.PACKAGE) {
            return WHOLE_PACKAGE;
        }
        Matcher numbers = LEADING_NUMBERS.matcher(name);
        if (!numbers.matches()) {
            return WHOLE_PACKAGE;
        }
        String minor = numbers.group(2);
        return new Line(
                per == KeepPer.MAJOR ? numbers.group(1) : numbers.group(1) + "." + (minor == null ? "0" : minor));
    }
}

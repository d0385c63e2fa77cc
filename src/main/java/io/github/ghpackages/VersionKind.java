package io.github.ghpackages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Release, prerelease or snapshot, told by the version's name alone. What is not clearly a prerelease or a snapshot is a
 * release: doubt means the more precious kind.
 *
 * <p>A snapshot ends in {@code SNAPSHOT}, or is one timestamped build of one ({@code 1.0-20240101.120000-1}). A prerelease
 * starts with a number and has one of these words as a part of its own, in any case, behind any separator or none: alpha, beta,
 * milestone, rc, cr, ea, pre, preview, prerelease, dev; or a, b, m with a number. All else is a release: {@code 6.1.0.Final},
 * {@code 1.0-jre}, {@code 1.0-march}, {@code 1.0+dev} (what follows a plus sign names a build), a commit hash, a branch name.
 */
public enum VersionKind {
    RELEASE,
    PRERELEASE,
    SNAPSHOT;

    private static final Set<String> WORDS =
            Set.of("alpha", "beta", "milestone", "rc", "cr", "ea", "pre", "preview", "prerelease", "dev", "snapshot");

    /** Maven reads these as alpha, beta and milestone only where a number follows at once. */
    private static final Set<String> LETTERS = Set.of("a", "b", "m");

    private static final String SNAPSHOT_SUFFIX = "SNAPSHOT";

    private static final Pattern TIMESTAMPED_BUILD = Pattern.compile(".+-[0-9]{8}\\.[0-9]{6}-[0-9]+", Pattern.DOTALL);

    /** {@code 3b4ea12} is no beta and no early access. */
    private static final Pattern COMMIT_HASH = Pattern.compile("[0-9a-f]{7,40}");

    private static final Pattern QUALIFIER = Pattern.compile("([0-9]*)([a-z]+)([0-9]*)(.*)", Pattern.DOTALL);

    /** The kind of a version of this name. */
    public static VersionKind of(String name) {
        if (endsInSnapshot(name) || TIMESTAMPED_BUILD.matcher(name).matches()) {
            return SNAPSHOT;
        }
        return isPrerelease(name) ? PRERELEASE : RELEASE;
    }

    private static boolean endsInSnapshot(String name) {
        int start = name.length() - SNAPSHOT_SUFFIX.length();
        return start >= 0
                && name.regionMatches(true, start, SNAPSHOT_SUFFIX, 0, SNAPSHOT_SUFFIX.length())
                && (start == 0 || !Character.isLetter(name.codePointBefore(start)));
    }

    private static boolean isPrerelease(String name) {
        int start = name.startsWith("v") || name.startsWith("V") ? 1 : 0;
        if (start == name.length() || !isDigit(name.charAt(start))) {
            return false;
        }
        int plus = name.indexOf('+');
        List<String> parts = parts(name, start, plus < 0 ? name.length() : plus);
        boolean behindWord = false;
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (isNumber(part)) {
                continue;
            }
            // Behind another word it must be the end: 1.0-jre-rc1 is a prerelease, 1.0-hotfix-pre-prod may not be one.
            if (isQualifier(part, behindWord)
                    && (!behindWord
                            || parts.subList(i + 1, parts.size()).stream().allMatch(VersionKind::isNumber))) {
                return true;
            }
            behindWord = true;
        }
        return false;
    }

    private static boolean isQualifier(String part, boolean behindWord) {
        if (COMMIT_HASH.matcher(part).matches()) {
            return false;
        }
        var matcher = QUALIFIER.matcher(part.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return false;
        }
        boolean gluedToNumber = !matcher.group(1).isEmpty();
        boolean numbered = !matcher.group(3).isEmpty();
        boolean more = !matcher.group(4).isEmpty();
        if (gluedToNumber && behindWord) {
            return false;
        }
        return LETTERS.contains(matcher.group(2))
                ? numbered && !more
                : WORDS.contains(matcher.group(2)) && (numbered || !more);
    }

    /** What stands between separators, which are all characters but letters, digits and the marks that belong to them. */
    private static List<String> parts(String name, int start, int end) {
        List<String> parts = new ArrayList<>();
        int partStart = start;
        for (int i = start; i < end; ) {
            int character = name.codePointAt(i);
            int next = i + Character.charCount(character);
            if (isSeparator(character)) {
                parts.add(name.substring(partStart, i));
                partStart = next;
            }
            i = next;
        }
        parts.add(name.substring(partStart, end));
        return parts;
    }

    private static boolean isSeparator(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> false;
            default -> !Character.isLetterOrDigit(character);
        };
    }

    /** Digits alone; none at all are one too, between two separators. */
    private static boolean isNumber(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (!isDigit(part.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

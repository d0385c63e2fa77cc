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

    /** The date and time of a build, between its base version and its number. */
    private static final Pattern TIMESTAMPED_BUILD = Pattern.compile(".+-[0-9]{8}\\.[0-9]{6}-[0-9]+", Pattern.DOTALL);

    private static final int SHORTEST_TIMESTAMPED_BUILD = "1-20240101.120000-1".length();

    /** {@code 3b4ea12} is no beta and no early access. */
    private static final Pattern COMMIT_HASH = Pattern.compile("[0-9a-f]{7,40}");

    private static final int SHORTEST_COMMIT_HASH = 7;

    /** The kind of a version of this name. */
    public static VersionKind of(String name) {
        if (endsInSnapshot(name) || isTimestampedBuild(name)) {
            return SNAPSHOT;
        }
        return isPrerelease(name) ? PRERELEASE : RELEASE;
    }

    private static boolean isTimestampedBuild(String name) {
        return name.length() >= SHORTEST_TIMESTAMPED_BUILD
                && isDigit(name.charAt(name.length() - 1))
                && TIMESTAMPED_BUILD.matcher(name).matches();
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
        if (part.length() >= SHORTEST_COMMIT_HASH && COMMIT_HASH.matcher(part).matches()) {
            return false;
        }
        int wordStart = endOfDigits(part, 0);
        int wordEnd = wordStart;
        while (wordEnd < part.length() && isLatinLetter(part.charAt(wordEnd))) {
            wordEnd++;
        }
        int numberEnd = endOfDigits(part, wordEnd);
        boolean gluedToNumber = wordStart > 0;
        boolean numbered = numberEnd > wordEnd;
        boolean more = numberEnd < part.length();
        if (gluedToNumber && behindWord) {
            return false;
        }
        String word = part.substring(wordStart, wordEnd).toLowerCase(Locale.ROOT);
        return LETTERS.contains(word) ? numbered && !more : WORDS.contains(word) && (numbered || !more);
    }

    private static int endOfDigits(String part, int start) {
        int end = start;
        while (end < part.length() && isDigit(part.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLatinLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
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
        return !isDigit(character)
                && !isLatinLetter(character)
                && !Character.isLetterOrDigit(character)
                && switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
                        false;
                    default -> true;
                };
    }

    /** Digits alone; none at all are one too, between two separators. */
    private static boolean isNumber(String part) {
        return endOfDigits(part, 0) == part.length();
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

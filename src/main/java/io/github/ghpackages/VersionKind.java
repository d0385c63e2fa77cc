package io.github.ghpackages;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Release, prerelease or snapshot, which only the version's name decides. In doubt, it is a release, the more valuable kind.
 *
 * <p>A snapshot ends in {@code SNAPSHOT}, or is one timestamped build of one ({@code 1.0-20240101.120000-1}). A prerelease
 * starts with a number and contains one of these words as a separate part, in any case, after any separator or none: alpha, beta,
 * milestone, rc, cr, ea, eap, pre, pr, preview, prerelease, dev, nightly, canary, a snapshot that is not at the end; or a, b, m
 * with a number. Any other name is a release: {@code 6.1.0.Final}, {@code 1.0-jre}, {@code 1.0-march}, {@code 1.0+dev} (what follows a
 * plus sign names a build), a commit hash, a branch name.
 */
public enum VersionKind {
    RELEASE,
    PRERELEASE,
    SNAPSHOT;

    private static final String SNAPSHOT_SUFFIX = "SNAPSHOT";

    /** The date and time of a build, between its base version and its number. */
    private static final Pattern TIMESTAMPED_BUILD = Pattern.compile(".+-[0-9]{8}\\.[0-9]{6}-[0-9]+", Pattern.DOTALL);

    private static final int SHORTEST_TIMESTAMPED_BUILD = "1-20240101.120000-1".length();

    /** The kind of a version with this name. */
    public static VersionKind of(String name) {
        if (endsInSnapshot(name) || isTimestampedBuild(name)) {
            return SNAPSHOT;
        }
        return isPrerelease(name) ? PRERELEASE : RELEASE;
    }

    private static boolean isTimestampedBuild(String name) {
        return name.length() >= SHORTEST_TIMESTAMPED_BUILD
                && NameParts.isDigit(name.charAt(name.length() - 1))
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
        if (start == name.length() || !NameParts.isDigit(name.charAt(start))) {
            return false;
        }
        int plus = name.indexOf('+');
        List<String> parts = NameParts.of(name, start, plus < 0 ? name.length() : plus);
        // A hash that happens to start with a digit is not a number.
        if (start == 0 && NameParts.isCommitHash(parts.get(0))) {
            return false;
        }
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
        // 3b4ea12 is neither a beta nor early access.
        if (NameParts.isCommitHash(part)) {
            return false;
        }
        int wordStart = NameParts.endOfDigits(part, 0);
        int wordEnd = wordStart;
        while (wordEnd < part.length() && NameParts.isLatinLetter(part.charAt(wordEnd))) {
            wordEnd++;
        }
        int numberEnd = NameParts.endOfDigits(part, wordEnd);
        boolean gluedToNumber = wordStart > 0;
        boolean numbered = numberEnd > wordEnd;
        boolean more = numberEnd < part.length();
        if (gluedToNumber && behindWord) {
            return false;
        }
        String word = part.substring(wordStart, wordEnd).toLowerCase(Locale.ROOT);
        return NameParts.PRERELEASE_LETTERS.contains(word)
                ? numbered && !more
                : NameParts.PRERELEASE_WORDS.contains(word) && (numbered || !more);
    }

    /** Digits alone; none at all are one too, between two separators. */
    private static boolean isNumber(String part) {
        return NameParts.endOfDigits(part, 0) == part.length();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.github.ghpackages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Splits a version's name at its separators, and finds the words and commit hashes in it. */
public final class NameParts {

    /** The words of a prerelease. A {@code snapshot} at the end makes a snapshot instead. */
    static final Set<String> PRERELEASE_WORDS = Set.of(
            "alpha",
            "beta",
            "milestone",
            "rc",
            "cr",
            "ea",
            "eap",
            "pre",
            "pr",
            "preview",
            "prerelease",
            "dev",
            "nightly",
            "canary",
            "snapshot");

    /** Maven reads these as alpha, beta and milestone only if a number follows immediately. */
    static final Set<String> PRERELEASE_LETTERS = Set.of("a", "b", "m");

    private static final Set<String> RELEASE_WORDS = Set.of("ga", "final", "release", "sp");

    private static final int SHORTEST_COMMIT_HASH = 7;
    private static final int LONGEST_COMMIT_HASH = 40;

    /** The longest prefix of a hash: {@code git describe} writes g, build scripts write git or sha. */
    private static final int LONGEST_PREFIX = "sha".length();

    private static final Pattern COMMIT_HASH = Pattern.compile("(?i)(?:(?:g|git|sha)|(?=[0-9]*[a-f]))[0-9a-f]{7,40}");

    private static final String MASK = "#";

    private NameParts() {}

    /**
     * Whether a part looks like a commit hash: 7 to 40 hexadecimal digits that contain a letter, or follow
     * {@code g}, {@code git} or {@code sha}. A plain number is not a hash.
     */
    public static boolean isCommitHash(String part) {
        return part.length() >= SHORTEST_COMMIT_HASH
                && part.length() <= LONGEST_PREFIX + LONGEST_COMMIT_HASH
                && COMMIT_HASH.matcher(part).matches();
    }

    /** The name with {@code #} in place of each part that looks like a commit hash, since such parts have no order. */
    public static String withoutHashes(String name) {
        if (name.length() < SHORTEST_COMMIT_HASH) {
            return name;
        }
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        int partStart = 0;
        for (int i = 0; i <= name.length(); ) {
            int character = i < name.length() ? name.codePointAt(i) : ' ';
            int next = i + Character.charCount(character);
            if (isSeparator(character)) {
                if (i - partStart >= SHORTEST_COMMIT_HASH && isCommitHash(name.substring(partStart, i))) {
                    masked.append(name, copied, partStart).append(MASK);
                    copied = i;
                }
                partStart = next;
            }
            i = next;
        }
        return masked.append(name, copied, name.length()).toString();
    }

    /**
     * Whether the name has no words, or only words that Maven or a prerelease has, and no commit hash. All others are
     * qualified: {@code 3.0.0.1.my-branch}, {@code 32.1-jre}, {@code 1.0-3b4ea12}, {@code 1.0+build.5}.
     */
    public static boolean isPlain(String name) {
        return of(name, 0, name.length()).stream().allMatch(part -> !isCommitHash(part) && hasKnownWordsOnly(part));
    }

    private static boolean hasKnownWordsOnly(String part) {
        int position = endOfDigits(part, 0);
        while (position < part.length()) {
            int wordEnd = endOfWord(part, position);
            String word = part.substring(position, wordEnd).toLowerCase(Locale.ROOT);
            boolean numbered = wordEnd < part.length();
            boolean known = PRERELEASE_WORDS.contains(word)
                    || RELEASE_WORDS.contains(word)
                    || numbered && (word.equals("v") || PRERELEASE_LETTERS.contains(word));
            if (!known) {
                return false;
            }
            position = endOfDigits(part, wordEnd);
        }
        return true;
    }

    /** The parts between separators; letters, digits and their combining marks are not separators. */
    static List<String> of(String name, int start, int end) {
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

    static int endOfDigits(String part, int start) {
        int end = start;
        while (end < part.length() && isDigit(part.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int endOfWord(String part, int start) {
        int end = start;
        while (end < part.length() && !isDigit(part.charAt(end))) {
            end++;
        }
        return end;
    }

    static boolean isLatinLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}

package io.github.ghpackages.retention;

import io.github.ghpackages.NameParts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How versions are named after branches and pull requests: patterns such as {@code *-{branch}-SNAPSHOT} or {@code PR-{pr}-*}. A name
 * may fit in several ways ({@code 1.0-fix-login-SNAPSHOT} may be of the branch {@code fix-login} or {@code login}); each is a
 * candidate, and only if none of them exists may the version be deleted.
 */
public final class BranchVersions {

    private static final String BRANCH = "{branch}";
    private static final String PULL_REQUEST = "{pr}";
    private static final int LONGEST_NUMBER = 9;

    /** What a version may be named after. */
    public sealed interface Candidate {

        /**
         * A branch.
         *
         * @param text its name as it is in the version, where other characters may stand for some of it
         */
        record Branch(String text) implements Candidate {

            /** Whether the version may mean this branch: {@code feature/a_b} is usually written {@code feature-a-b}. */
            public boolean mayBe(String branch) {
                return plain(branch).equals(plain(text));
            }

            private static String plain(String name) {
                StringBuilder plain = new StringBuilder(name.length());
                name.chars().forEach(c -> plain.append(Character.isLetterOrDigit(c) ? (char) c : '-'));
                return plain.toString();
            }

            @Override
            public String toString() {
                return "branch " + text;
            }
        }

        /** A pull request. */
        record PullRequest(long number) implements Candidate {
            @Override
            public String toString() {
                return "pull request " + number;
            }
        }
    }

    /** A pattern around one placeholder. */
    private record Pattern(String text, String before, boolean isBranch, String after) {}

    private final List<Pattern> patterns;

    private BranchVersions(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    /**
     * Reads patterns.
     *
     * @throws IllegalArgumentException in words for the user, if one has not exactly one placeholder
     */
    public static BranchVersions of(List<String> texts) {
        List<Pattern> patterns = new ArrayList<>();
        for (String text : texts) {
            boolean isBranch = text.contains(BRANCH);
            String placeholder = isBranch ? BRANCH : PULL_REQUEST;
            int start = text.indexOf(placeholder);
            String rest = start < 0 ? "" : text.substring(start + placeholder.length());
            if (start < 0
                    || rest.contains(BRANCH)
                    || rest.contains(PULL_REQUEST)
                    || isBranch && text.contains(PULL_REQUEST)) {
                throw new IllegalArgumentException("a pattern has exactly one {branch} or {pr}");
            }
            patterns.add(new Pattern(text, text.substring(0, start), isBranch, rest));
        }
        return new BranchVersions(List.copyOf(patterns));
    }

    /**
     * All that a version of this name may be named after; empty if it fits no pattern. A name with only words that
     * Maven knows is of no branch.
     */
    public Set<Candidate> candidates(String name) {
        Set<Candidate> candidates = new LinkedHashSet<>();
        // 2.0-rc1-SNAPSHOT fits *-{branch}-SNAPSHOT, and is named after no branch.
        boolean isPlain = NameParts.isPlain(name);
        for (Pattern pattern : patterns) {
            if (!isPlain || !pattern.isBranch()) {
                addCandidates(pattern, name, candidates);
            }
        }
        return candidates;
    }

    private static void addCandidates(Pattern pattern, String name, Set<Candidate> candidates) {
        for (int start = 0; start < name.length(); start++) {
            if (!NamePatterns.matches(pattern.before(), name.substring(0, start))) {
                continue;
            }
            for (int end = start + 1; end <= name.length(); end++) {
                if (NamePatterns.matches(pattern.after(), name.substring(end))) {
                    String text = name.substring(start, end);
                    if (pattern.isBranch()) {
                        candidates.add(new Candidate.Branch(text));
                    } else if (isNumber(text)) {
                        candidates.add(new Candidate.PullRequest(Long.parseLong(text)));
                    }
                }
            }
        }
    }

    private static boolean isNumber(String text) {
        return text.length() <= LONGEST_NUMBER && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** As the user wrote them. */
    @Override
    public String toString() {
        return String.join(",", patterns.stream().map(Pattern::text).toList());
    }
}

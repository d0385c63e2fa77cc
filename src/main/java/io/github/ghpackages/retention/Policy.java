package io.github.ghpackages.retention;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.VersionKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the user configured.
 *
 * @param rules in the order of {@link #TYPES}; a kind without a rule is never touched
 * @param versions the versions that the rules look at; null: all
 * @param keepPer what the counts count per
 * @param keepLines the counts keep only in this many newest lines; null: in all
 * @param keepVersions always kept
 * @param onLastVersion what happens to a plan that would empty a package
 * @param maxDeletions tripwire over the run; null: none
 * @param maxDeletionShare tripwire per package, in percent of its active versions; null: none
 */
public record Policy(
        List<Rule> rules,
        @Nullable Selection versions,
        KeepPer keepPer,
        @Nullable Integer keepLines,
        NamePatterns keepVersions,
        OnLastVersion onLastVersion,
        @Nullable Integer maxDeletions,
        @Nullable Double maxDeletionShare) {

    /** The parameters that are rules: without one of them nothing is ever deleted. */
    public static final List<Rule.Type> TYPES = Stream.of(
                    KeepNewest.TYPES,
                    KeepNewerThan.TYPES,
                    List.of(DeleteReleasedSnapshots.TYPE),
                    DeleteGoneBranches.TYPES)
            .flatMap(List::stream)
            .toList();

    /** The names of those parameters. */
    public static List<String> ruleParameters() {
        return TYPES.stream().map(Rule.Type::rule).distinct().toList();
    }

    /**
     * Why this policy makes no sense; each problem names the parameters that don't go together. Empty if it is sound. Whether there
     * is a rule at all is another question: {@link #hasRule()}.
     */
    public List<String> problems() {
        return PolicyCheck.problems(this);
    }

    /** Whether there is a rule that can delete anything. {@code keepVersions} and {@code versions} are no rules. */
    public boolean hasRule() {
        return !rules.isEmpty();
    }

    /**
     * Whether the plan of one package depends on that package alone. A limit on the deletions of the whole run, and a name in
     * {@code keepVersions} that must exist in one of the packages, need all packages first.
     */
    public boolean judgesOneByOne() {
        return maxDeletions == null
                && onLastVersion != OnLastVersion.FAIL
                && keepVersions.literals().isEmpty();
    }

    /** The rules for this kind. */
    public List<Rule> rules(VersionKind kind) {
        return rules.stream().filter(rule -> rule.kind() == kind).toList();
    }

    /** The rule of this class for this kind. */
    <R extends Rule> Optional<R> rule(Class<R> type, VersionKind kind) {
        return rules(kind).stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** How versions are named after branches, if those of gone branches are deleted. */
    public Optional<BranchVersions> branchVersions() {
        return rules.stream()
                .filter(DeleteGoneBranches.class::isInstance)
                .map(rule -> ((DeleteGoneBranches) rule).branchVersions())
                .findFirst();
    }

    /** Whether the age of a snapshot matters, so that its metadata must be read. */
    public boolean needsSnapshotAge() {
        return needsAgeOf(VersionKind.SNAPSHOT);
    }

    /** Whether the age of any version matters. */
    boolean needsAges() {
        return Stream.of(VersionKind.values()).anyMatch(this::needsAgeOf);
    }

    private boolean needsAgeOf(VersionKind kind) {
        return rules.stream().anyMatch(rule -> rule.needsAgeOf(kind));
    }

    /** Why the version stays in every mode; empty if {@code keepVersions} does not name it. An image is named by its tags too. */
    Optional<Reason> alwaysKept(PackageVersion version) {
        return Stream.concat(Stream.of(version.name()), version.tags().stream())
                .map(keepVersions::match)
                .filter(Objects::nonNull)
                .map(pattern -> Reason.of("always kept", "keepVersions=" + pattern))
                .findFirst();
    }

    /**
     * A warning for each name in {@code keepVersions} that no package has: the user wants to protect something, and nothing is
     * protected.
     */
    public List<String> missingNames(List<PackageHistory> histories) {
        Set<String> missing = new LinkedHashSet<>(keepVersions.literals());
        histories.stream()
                .flatMap(history -> history.versions().stream())
                .filter(version -> version.state() == State.ACTIVE)
                .forEach(version -> missing.remove(version.name()));
        return missingNames(missing);
    }

    List<String> missingNames(Collection<String> missing) {
        return missing.stream()
                .map(name -> "keepVersions=" + name + " names a version that does not exist, so it protects nothing.")
                .toList();
    }

    /** Builds a policy one parameter at a time. */
    public static final class Builder {
        private final List<Rule> rules = new ArrayList<>();
        private @Nullable Selection versions;
        private KeepPer keepPer = KeepPer.PACKAGE;
        private @Nullable Integer keepLines;
        private NamePatterns keepVersions = NamePatterns.none();
        private OnLastVersion onLastVersion = OnLastVersion.KEEP;
        private @Nullable Integer maxDeletions;
        private @Nullable Double maxDeletionShare;

        /** Adds each rule that the arguments contain. */
        public Builder rules(Rule.Values arguments) {
            TYPES.forEach(type -> type.read(arguments).ifPresent(this::rule));
            return this;
        }

        /** Adds a rule; it replaces an earlier one of the same parameter. */
        public Builder rule(Rule rule) {
            rules.removeIf(other -> other.type() == rule.type());
            rules.add(rule);
            return this;
        }

        public Builder versions(@Nullable Selection selected) {
            versions = selected;
            return this;
        }

        public Builder keepPer(KeepPer per) {
            keepPer = per;
            return this;
        }

        public Builder keepLines(@Nullable Integer lines) {
            keepLines = lines;
            return this;
        }

        public Builder keepVersions(NamePatterns patterns) {
            keepVersions = patterns;
            return this;
        }

        public Builder onLastVersion(OnLastVersion mode) {
            onLastVersion = mode;
            return this;
        }

        public Builder maxDeletions(@Nullable Integer most) {
            maxDeletions = most;
            return this;
        }

        public Builder maxDeletionShare(@Nullable Double percent) {
            maxDeletionShare = percent;
            return this;
        }

        public Policy build() {
            List<Rule> inOrder = rules.stream()
                    .sorted(Comparator.comparing(rule -> TYPES.indexOf(rule.type())))
                    .toList();
            return new Policy(
                    inOrder, versions, keepPer, keepLines, keepVersions, onLastVersion, maxDeletions, maxDeletionShare);
        }
    }

    /** What a count counts per: the package, or a line of versions that share their leading numbers. */
    public enum KeepPer {
        PACKAGE,
        MAJOR,
        MINOR;

        /** As the user types it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

package io.github.ghpackages.retention;

import io.github.ghpackages.VersionKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user configured.
 *
 * @param versions the versions that the rules look at; null: all
 * @param keepNewest how many of the newest of a kind stay; a kind without an entry here and in {@code keepNewerThan} is never
 *     touched
 * @param keepPer what the counts count per
 * @param keepLines the counts keep only in this many newest lines; null: in all
 * @param keepNewerThan younger ones of a kind stay
 * @param keepVersions always kept
 * @param releasedSnapshotsGrace set: a snapshot is deleted once its release is at least this old; null: no such rule
 * @param onLastVersion what happens to a plan that would empty a package
 * @param maxDeletions tripwire over the run; null: none
 * @param maxDeletionShare tripwire per package, in percent of its active versions; null: none
 */
public record Policy(
        @Nullable NamePatterns versions,
        Map<VersionKind, Integer> keepNewest,
        KeepPer keepPer,
        @Nullable Integer keepLines,
        Map<VersionKind, Age> keepNewerThan,
        NamePatterns keepVersions,
        @Nullable Age releasedSnapshotsGrace,
        OnLastVersion onLastVersion,
        @Nullable Integer maxDeletions,
        @Nullable Double maxDeletionShare) {

    /** The parameters that count, for messages. */
    static final String COUNTS = "keepReleases, keepPrereleases or keepSnapshots";

    /** The parameters that are rules: without one of them nothing is ever deleted. */
    public static final List<String> RULES = List.of(
            "keepReleases",
            "keepPrereleases",
            "keepSnapshots",
            "keepReleasesNewerThan",
            "keepPrereleasesNewerThan",
            "keepSnapshotsNewerThan",
            "deleteReleasedSnapshots");

    /**
     * What this policy can't mean, each with the parameters that don't go together; empty when it is sound. That there is no
     * rule at all is for {@link #hasRule()} to say.
     */
    public List<String> problems() {
        return PolicyProblems.of(this);
    }

    /** Whether there is a rule that can delete anything. {@code keepVersions} and {@code versions} are none. */
    public boolean hasRule() {
        return !keepNewest.isEmpty() || !keepNewerThan.isEmpty() || releasedSnapshotsGrace != null;
    }

    /** Whether versions of this kind can go by a count or an age. */
    boolean hasKeepingRule(VersionKind kind) {
        return keepNewest.containsKey(kind) || keepNewerThan.containsKey(kind);
    }

    /** The rules for this kind, as the user typed them. */
    public List<String> rules(VersionKind kind) {
        List<String> rules = new ArrayList<>();
        if (keepNewest.containsKey(kind)) {
            rules.add(Words.countParameter(kind) + "=" + keepNewest.get(kind));
        }
        if (keepNewerThan.containsKey(kind)) {
            rules.add(Words.ageParameter(kind) + "=" + keepNewerThan.get(kind));
        }
        if (kind == VersionKind.SNAPSHOT && releasedSnapshotsGrace != null) {
            rules.add("deleteReleasedSnapshots=true");
        }
        return rules;
    }

    /** Whether the age of a snapshot matters, so that its metadata is worth looking up. */
    public boolean needsSnapshotAge() {
        return keepNewerThan.containsKey(VersionKind.SNAPSHOT);
    }

    /** Whether it matters how old anything is. */
    boolean needsAges() {
        return !keepNewerThan.isEmpty() || releasedSnapshotsGrace != null;
    }

    /** A policy is put together one parameter at a time. */
    public static final class Builder {
        private @Nullable NamePatterns versions;
        private final Map<VersionKind, Integer> keepNewest = new EnumMap<>(VersionKind.class);
        private KeepPer keepPer = KeepPer.PACKAGE;
        private @Nullable Integer keepLines;
        private final Map<VersionKind, Age> keepNewerThan = new EnumMap<>(VersionKind.class);
        private NamePatterns keepVersions = NamePatterns.of(List.of());
        private @Nullable Age releasedSnapshotsGrace;
        private OnLastVersion onLastVersion = OnLastVersion.KEEP;
        private @Nullable Integer maxDeletions;
        private @Nullable Double maxDeletionShare;

        public Builder versions(@Nullable NamePatterns patterns) {
            versions = patterns;
            return this;
        }

        public Builder keepNewest(VersionKind kind, int count) {
            keepNewest.put(kind, count);
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

        public Builder keepNewerThan(VersionKind kind, Age age) {
            keepNewerThan.put(kind, age);
            return this;
        }

        public Builder keepVersions(NamePatterns patterns) {
            keepVersions = patterns;
            return this;
        }

        public Builder deleteReleasedSnapshots(Age grace) {
            releasedSnapshotsGrace = grace;
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
            return new Policy(
                    versions,
                    Collections.unmodifiableMap(new EnumMap<>(keepNewest)),
                    keepPer,
                    keepLines,
                    Collections.unmodifiableMap(new EnumMap<>(keepNewerThan)),
                    keepVersions,
                    releasedSnapshotsGrace,
                    onLastVersion,
                    maxDeletions,
                    maxDeletionShare);
        }
    }
}

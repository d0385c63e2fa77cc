package io.github.ghpackages.build;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.VersionKind;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.artifact.versioning.ArtifactVersion;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.Restriction;
import org.apache.maven.artifact.versioning.VersionRange;
import org.jspecify.annotations.Nullable;

/**
 * A version, or several, that the build references, so that a run must keep them.
 *
 * @param version as the pom has it: a version, a range, {@code LATEST}, {@code RELEASE}, or an expression that can't be
 *     resolved here
 * @param reason why, such as {@code referenced as a dependency in com.example:app}
 */
public record PomReference(String version, String reason) {

    /** Maven's words for the newest version that was deployed. */
    private static final Set<String> NEWEST = Set.of("LATEST", "RELEASE");

    /**
     * The names of the versions that are meant: a version means itself, a range all that are in it by Maven's order or by the given
     * one, {@code LATEST} and {@code RELEASE} the newest by name and the newest by date, and an unresolved expression means all.
     *
     * @param versions all versions of the package
     * @param order compares version names
     */
    public Predicate<String> among(Collection<PackageVersion> versions, Comparator<String> order) {
        if (Expressions.isLeftIn(version)) {
            return any -> true;
        }
        if (NEWEST.contains(version)) {
            return newest(versions, order)::contains;
        }
        if (isRange(version)) {
            return NamedRange.parse(version, order);
        }
        String base = ArtifactUtils.toSnapshotVersion(version);
        return candidate -> candidate.equalsIgnoreCase(version) || candidate.equalsIgnoreCase(base);
    }

    /** Whether a text in place of a version means whichever versions there are. */
    static boolean meansSeveral(String version) {
        return isRange(version) || NEWEST.contains(version);
    }

    private static boolean isRange(String version) {
        return version.startsWith("[") || version.startsWith("(");
    }

    /**
     * Maven takes what was deployed last, and RELEASE leaves snapshots out. What was deployed last is known by date at best, so
     * the newest by name stays as well.
     */
    private static Set<String> newest(Collection<PackageVersion> versions, Comparator<String> order) {
        Set<String> names = new HashSet<>();
        for (boolean withSnapshots : new boolean[] {true, false}) {
            List<PackageVersion> deployed = versions.stream()
                    .filter(version -> withSnapshots || version.kind() != VersionKind.SNAPSHOT)
                    .toList();
            deployed.stream().map(PackageVersion::name).max(order).ifPresent(names::add);
            Instant last = deployed.stream()
                    .flatMap(version -> Stream.ofNullable(version.createdAt()))
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.MAX);
            deployed.stream()
                    .filter(version ->
                            version.createdAt() == null || version.createdAt().equals(last))
                    .forEach(version -> names.add(version.name()));
        }
        return names;
    }

    /** A range of a pom. Version orders differ in corner cases, so a version is in it if it is by one of two orders. */
    static final class NamedRange {

        private NamedRange() {}

        /** What is in the range; all versions, if the range can't be parsed. */
        static Predicate<String> parse(String specification, Comparator<String> order) {
            try {
                VersionRange range = VersionRange.createFromVersionSpec(specification);
                return name -> containsForMaven(range, name)
                        || range.getRestrictions().stream().anyMatch(restriction -> contains(restriction, name, order));
            } catch (InvalidVersionSpecificationException notUnderstood) {
                return any -> true;
            }
        }

        /** A name that Maven can't parse (4.0.0-rc-6 throws on digits of other scripts) may be in the range. */
        private static boolean containsForMaven(VersionRange range, String name) {
            try {
                return range.containsVersion(new DefaultArtifactVersion(name));
            } catch (RuntimeException notUnderstood) {
                return true;
            }
        }

        private static boolean contains(Restriction restriction, String name, Comparator<String> order) {
            @Nullable ArtifactVersion lower = restriction.getLowerBound();
            @Nullable ArtifactVersion upper = restriction.getUpperBound();
            int aboveLower = lower == null ? 1 : order.compare(name, lower.toString());
            int belowUpper = upper == null ? 1 : order.compare(upper.toString(), name);
            return (aboveLower > 0 || (aboveLower == 0 && restriction.isLowerBoundInclusive()))
                    && (belowUpper > 0 || (belowUpper == 0 && restriction.isUpperBoundInclusive()));
        }
    }
}

package io.github.ghpackages.build;

import java.util.Comparator;
import java.util.function.Predicate;
import org.apache.maven.artifact.versioning.ArtifactVersion;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.Restriction;
import org.apache.maven.artifact.versioning.VersionRange;
import org.jspecify.annotations.Nullable;

/** A range of a pom. Version orders differ in corner cases, so a version is in it when one of two orders says so. */
final class NamedRange {

    private NamedRange() {}

    /** Tells what is in the range; all is when it can't be understood. */
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

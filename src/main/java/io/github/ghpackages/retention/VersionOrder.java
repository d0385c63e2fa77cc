package io.github.ghpackages.retention;

import io.github.ghpackages.NameParts;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.VersionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The one total order of versions, whatever Maven runs: Maven's documented rules, by a sort key per name, so that it is
 * transitive by construction ({@code ComparableVersion} is not, and differs between Maven's versions).
 *
 * <p>A name that does not start with a digit, or with {@code v} and a digit, has no place in this order, nor has one that starts
 * with a commit hash. Such versions come before all others and are sorted by their dates. A commit hash inside a name has no order
 * either: names that differ only in hashes are sorted by their dates.
 */
public final class VersionOrder {

    static final Comparator<RankedVersion> NEWEST_FIRST = (left, right) -> compare(right, left);

    private VersionOrder() {}

    /** These versions, newest first by name; equal names by {@code createdAt}, then id. */
    public static List<PackageVersion> newestFirst(List<PackageVersion> versions) {
        return newestFirst(versions, version -> version);
    }

    /** The same for what has a version. */
    public static <T> List<T> newestFirst(List<T> items, Function<T, PackageVersion> versionOf) {
        record Keyed<T>(T item, RankedVersion candidate) {}
        List<Keyed<T>> keyed = new ArrayList<>(items.size());
        for (T item : items) {
            keyed.add(new Keyed<>(item, RankedVersion.of(versionOf.apply(item))));
        }
        keyed.sort((left, right) -> NEWEST_FIRST.compare(left.candidate(), right.candidate()));
        List<T> sorted = new ArrayList<>(items.size());
        for (Keyed<T> each : keyed) {
            sorted.add(each.item());
        }
        return List.copyOf(sorted);
    }

    /** Compares two version names; zero for names that mean the same, such as {@code 1.0} and {@code 1.0.0.Final}. */
    public static int compareNames(String left, String right) {
        return SortKey.of(left).compareTo(SortKey.of(right));
    }

    /** Whether a version of this name has a place in version order, so that it can be counted. */
    public static boolean hasPlace(String name) {
        return SortKey.hasPlace(name);
    }

    /** A version of unknown date counts as the newer one, so that doubt keeps it. */
    private static int compareDates(PackageVersion left, PackageVersion right) {
        Instant first = left.createdAt();
        Instant second = right.createdAt();
        if (first == null || second == null) {
            return Boolean.compare(first == null, second == null);
        }
        return first.compareTo(second);
    }

    private static int compare(RankedVersion left, RankedVersion right) {
        if (!left.hasPlace() && !right.hasPlace()) {
            int byDate = compareDates(left.version(), right.version());
            if (byDate != 0) {
                return byDate;
            }
        }
        int byKey = left.sortKey().compareTo(right.sortKey());
        int byDate = byKey != 0 ? byKey : compareDates(left.version(), right.version());
        return byDate != 0
                ? byDate
                : Long.compare(left.version().id(), right.version().id());
    }

    /**
     * A version to be judged, with the facts from its name, read once.
     *
     * @param sortKey its place in version order
     * @param hasPlace whether it has one that means anything
     */
    record RankedVersion(PackageVersion version, VersionKind kind, String sortKey, boolean hasPlace) {

        static RankedVersion of(PackageVersion version) {
            String sortKey = SortKey.of(version.name());
            return new RankedVersion(version, version.kind(), sortKey, SortKey.isPlace(sortKey));
        }

        /** Whether its name has only numbers and words that Maven knows; all others are qualified, and counted apart. */
        boolean isPlain() {
            return NameParts.isPlain(version.name());
        }

        String name() {
            return version.name();
        }
    }
}

package io.github.ghpackages.retention;

import io.github.ghpackages.SnapshotFile;
import io.github.ghpackages.SnapshotFile.Build;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which files of a snapshot stay if only its newest builds are kept: those of the newest builds, those of builds that are protected,
 * and of each extension and classifier the newest, which is what a build that depends on the snapshot downloads.
 *
 * @param kept the files that stay, oldest build first
 * @param removed the files that go, oldest build first
 * @param builds how many builds it has
 * @param keptBuilds how many of them stay with at least one file
 * @param newest the newest build
 */
public record KeptBuilds(
        List<SnapshotFile> kept, List<SnapshotFile> removed, int builds, int keptBuilds, Build newest) {

    /** What can be done about a snapshot. */
    public sealed interface Choice permits Some, Unknown {}

    /** What stays and what goes; nothing may have to go. */
    public record Some(KeptBuilds files) implements Choice {}

    /**
     * What has to stay can't be known.
     *
     * @param why as a sentence without its full stop
     */
    public record Unknown(String why) implements Choice {}

    /**
     * Chooses.
     *
     * @param snapshot the version, such as {@code 1.0-SNAPSHOT}
     * @param files all files that the metadata lists
     * @param lastNumber the number of the last build; null if the metadata has none
     * @param keepBuilds how many builds stay
     * @param isProtected whether the build of this version stays in any case
     */
    public static Choice of(
            String snapshot,
            List<SnapshotFile> files,
            @Nullable Integer lastNumber,
            int keepBuilds,
            Predicate<String> isProtected) {
        Map<SnapshotFile, Build> buildOf = new HashMap<>();
        for (SnapshotFile file : files) {
            Optional<Build> build = file.buildOf(snapshot);
            if (build.isEmpty()) {
                return new Unknown("its maven-metadata.xml lists a file that belongs to none of its builds");
            }
            buildOf.put(file, build.get());
        }
        TreeSet<Build> builds = new TreeSet<>(buildOf.values());
        if (builds.isEmpty()) {
            return new Unknown("its maven-metadata.xml lists no builds");
        }
        List<Build> newestFirst = List.copyOf(builds.descendingSet());
        Set<Build> staying = new HashSet<>(newestFirst.subList(0, Math.min(keepBuilds, newestFirst.size())));
        if (newestFirst.size() > keepBuilds && hasGap(newestFirst.subList(0, keepBuilds), lastNumber)) {
            return new Unknown("its maven-metadata.xml does not list all of its " + keepBuilds
                    + " newest builds, so the others can't be found");
        }
        builds.stream().filter(build -> isProtected.test(build.version())).forEach(staying::add);
        return new Some(split(files, buildOf, staying));
    }

    /** Builds are numbered one by one, except by clients that number all of them alike. */
    private static boolean hasGap(List<Build> newestFirst, @Nullable Integer lastNumber) {
        int above = newestFirst.get(0).number();
        if (lastNumber != null && lastNumber > above) {
            return true;
        }
        for (Build build : newestFirst) {
            if (above - build.number() > 1) {
                return true;
            }
            above = build.number();
        }
        return false;
    }

    private static KeptBuilds split(List<SnapshotFile> files, Map<SnapshotFile, Build> buildOf, Set<Build> staying) {
        List<SnapshotFile> oldestFirst = new ArrayList<>(new LinkedHashSet<>(files));
        oldestFirst.sort(Comparator.comparing(file -> build(file, buildOf)));
        Map<String, SnapshotFile> newestOfSort = new HashMap<>();
        oldestFirst.forEach(file -> newestOfSort.put(file.classifier() + "/" + file.extension(), file));
        List<SnapshotFile> kept = new ArrayList<>();
        List<SnapshotFile> removed = new ArrayList<>();
        for (SnapshotFile file : oldestFirst) {
            boolean stays = staying.contains(build(file, buildOf)) || newestOfSort.containsValue(file);
            (stays ? kept : removed).add(file);
        }
        Set<Build> keptBuilds = new HashSet<>();
        kept.forEach(file -> keptBuilds.add(build(file, buildOf)));
        return new KeptBuilds(
                List.copyOf(kept),
                List.copyOf(removed),
                new HashSet<>(buildOf.values()).size(),
                keptBuilds.size(),
                build(oldestFirst.get(oldestFirst.size() - 1), buildOf));
    }

    private static Build build(SnapshotFile file, Map<SnapshotFile, Build> buildOf) {
        return Objects.requireNonNull(buildOf.get(file));
    }
}

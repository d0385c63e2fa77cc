package io.github.ghpackages.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.SnapshotFile;
import io.github.ghpackages.SnapshotFile.Build;
import io.github.ghpackages.retention.KeptBuilds.Choice;
import io.github.ghpackages.retention.KeptBuilds.Some;
import io.github.ghpackages.retention.KeptBuilds.Unknown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptBuildsTest {

    private static final String SNAPSHOT = "1.0-SNAPSHOT";
    private static final Predicate<String> NONE = version -> false;

    private static SnapshotFile file(String classifier, String extension, int build) {
        return new SnapshotFile(classifier, extension, version(build), "20260101000000");
    }

    private static String version(int build) {
        return String.format("1.0-20260101.%06d-%d", build, build);
    }

    private static List<SnapshotFile> jars(int... builds) {
        List<SnapshotFile> files = new ArrayList<>();
        for (int build : builds) {
            files.add(file("", "jar", build));
        }
        return files;
    }

    private static Choice choose(List<SnapshotFile> files, @Nullable Integer last, int keepBuilds) {
        return KeptBuilds.of(SNAPSHOT, files, last, keepBuilds, NONE);
    }

    private static KeptBuilds some(Choice choice) {
        return ((Some) choice).files();
    }

    @Test
    void keeps_the_newest_builds() {
        KeptBuilds builds = some(choose(jars(1, 2, 3, 4, 5), 5, 2));

        assertThat(builds.kept()).isEqualTo(jars(4, 5));
        assertThat(builds.removed()).isEqualTo(jars(1, 2, 3));
        assertThat(builds.builds()).isEqualTo(5);
        assertThat(builds.keptBuilds()).isEqualTo(2);
        assertThat(builds.newest().number()).isEqualTo(5);
    }

    @Test
    void keeps_a_classifier_that_was_last_built_long_ago() {
        List<SnapshotFile> files = jars(1, 2, 3);
        files.add(file("native", "jar", 1));
        files.add(file("", "pom", 2));

        assertThat(some(choose(files, 3, 1)).kept())
                .containsExactly(file("native", "jar", 1), file("", "pom", 2), file("", "jar", 3));
        assertThat(some(choose(files, 3, 1)).keptBuilds()).isEqualTo(3);
    }

    @Test
    void removes_nothing_if_there_are_not_too_many_builds() {
        assertThat(some(choose(jars(1, 2, 3), 3, 3)).removed()).isEmpty();
        assertThat(some(choose(jars(3), 30, 5)).removed()).isEmpty();
    }

    @Test
    void does_not_know_what_stays_if_a_newer_build_is_not_listed() {
        String why = "its maven-metadata.xml does not list all of its 2 newest builds, so the others can't be found";

        assertThat(choose(jars(1, 2, 3), 4, 2)).isEqualTo(new Unknown(why));
        assertThat(choose(jars(1, 2, 4), 4, 2)).isEqualTo(new Unknown(why));
        assertThat(choose(jars(1, 3, 4), 4, 2)).isInstanceOf(Some.class);
        assertThat(choose(jars(1, 3, 4), null, 2)).isInstanceOf(Some.class);
    }

    @Test
    void tells_builds_with_one_number_apart_by_their_time() {
        SnapshotFile older = new SnapshotFile("", "jar", "1.0-20260101.000001-1", "");
        SnapshotFile newer = new SnapshotFile("", "jar", "1.0-20260101.000002-1", "");

        assertThat(some(choose(List.of(newer, older), 1, 1)).removed()).containsExactly(older);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0-SNAPSHOT",
                "1.1-20260101.000001-1",
                "1.0-20260101.000001",
                "1.0-20260101.000001-1234567890",
                "../1.0-20260101.000001-1",
                ""
            })
    void does_not_know_what_belongs_to_no_build(String version) {
        List<SnapshotFile> files = jars(1, 2);
        files.add(new SnapshotFile("", "jar", version, ""));

        assertThat(choose(files, 2, 1))
                .isEqualTo(new Unknown("its maven-metadata.xml lists a file that belongs to none of its builds"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/b", "a\\b", ".hidden", "a b", "ä"})
    void does_not_use_names_that_lead_elsewhere(String part) {
        assertThat(choose(List.of(new SnapshotFile(part, "jar", version(1), "")), 1, 1))
                .isInstanceOf(Unknown.class);
        assertThat(choose(List.of(new SnapshotFile("", part, version(1), "")), 1, 1))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void does_not_know_a_snapshot_without_builds() {
        assertThat(choose(List.of(), 3, 1)).isEqualTo(new Unknown("its maven-metadata.xml lists no builds"));
    }

    @Test
    void loses_nothing_that_has_to_stay_in_2_000_generated_snapshots() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            int last = 1 + random.nextInt(12);
            int keepBuilds = 1 + random.nextInt(6);
            Set<String> named = new HashSet<>();
            List<SnapshotFile> files = new ArrayList<>();
            for (int build = 1; build <= last; build++) {
                for (String sort : List.of("jar", "pom", "tar.gz")) {
                    if (sort.equals("jar") || random.nextBoolean()) {
                        files.add(file(random.nextInt(4) == 0 ? "tests" : "", sort, build));
                    }
                }
                if (random.nextInt(5) == 0) {
                    named.add(version(build));
                }
            }
            Collections.shuffle(files, random);

            check(files, last, keepBuilds, named);
        }
    }

    private static void check(List<SnapshotFile> files, int last, int keepBuilds, Set<String> named) {
        KeptBuilds builds = some(KeptBuilds.of(SNAPSHOT, files, last, keepBuilds, named::contains));
        List<SnapshotFile> all = new ArrayList<>(builds.kept());
        all.addAll(builds.removed());
        assertThat(all).containsExactlyInAnyOrderElementsOf(files);
        for (SnapshotFile file : files) {
            boolean isNewestOfSort = files.stream()
                    .filter(other -> other.classifier().equals(file.classifier())
                            && other.extension().equals(file.extension()))
                    .noneMatch(other -> number(other) > number(file));
            boolean stays = number(file) > last - keepBuilds || named.contains(file.version()) || isNewestOfSort;
            assertThat(builds.kept().contains(file)).as("%s of %s", file, files).isEqualTo(stays);
        }
        assertThat(builds.kept()).isSortedAccordingTo((one, other) -> Integer.compare(number(one), number(other)));
        Set<Integer> kept =
                new TreeSet<>(builds.kept().stream().map(KeptBuildsTest::number).toList());
        assertThat(builds.keptBuilds()).isEqualTo(kept.size());
        assertThat(builds.newest().number()).isEqualTo(last);
    }

    private static int number(SnapshotFile file) {
        return file.buildOf(SNAPSHOT).map(Build::number).orElseThrow();
    }
}

package io.github.ghpackages.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.retention.VersionOrder.RankedVersion;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionOrderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0-alpha < 1.0-alpha1 < 1.0-alpha2 < 1.0-alpha10 < 1.0-beta < 1.0-beta-2 < 1.0-M1 < 1.0-rc1 < 1.0-cr2 < 1.0-SNAPSHOT",
                "1.0-SNAPSHOT < 1.0 < 1.0-sp < 1.0-SP1 < 1.0-android < 1.0-jre < 1.0-1 < 1.0-2 < 1.0-10 < 1.0.1-SNAPSHOT < 1.0.1",
                "0 < 0.0.1 < 0.1 < 1 < 1.0.0.1 < 1.0.1 < 1.2 < 1.10 < 2 < 10 < 2024.1.15 < 20240101",
                "1.9.8 < 2.0.0 < 2.0.1 < v2.0.2 < 2.1",
                "1-1 < 1-1.1 < 1.1 < 1.1-1",
                "99999999999999999999 < 99999999999999999999.1 < 100000000000000000000",
                "main < 0",
                "feature-2 < feature-10 < 0.0.1",
                "1.0-a < 1.0-a.1 < 1.0-ab < 1.0-b",
                "1.0 < 1.0-3b4ea12 < 1.0-fffffff-1 < 1.0-4-g3b4ea12 < 1.0-5-g0000001 < 1.0.1"
            })
    void orders(String chain) {
        String[] names = chain.split(" < ", -1);
        for (int i = 0; i < names.length; i++) {
            for (int j = 0; j < names.length; j++) {
                assertThat(Integer.signum(VersionOrder.compareNames(names[i], names[j])))
                        .as(names[i] + " and " + names[j])
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "1.0, 1.0.0",
        "1.0, v1.0",
        "1.0, V1.0",
        "1.0-3b4ea12, 1.0-deadbeef",
        "1.0-3b4ea12, 1.0.DEADBEEF",
        "1.0-5-g1234567, 1.0-5-gfffffff",
        "1.0+3b4ea12-SNAPSHOT, 1.0+fffffff.SNAPSHOT",
        "1.0, 01.00",
        "1.0, 1.0.Final",
        "1.0, 1.0-GA",
        "1.0, 1.0.0.RELEASE",
        "1.0, 1.0-final-0",
        "1.0-1, 1-ga-1",
        "1.0-foo, 1.foo",
        "1.0-rc1, 1.0-CR1",
        "1.0-rc1, 1.0.rc-1",
        "1.0-alpha1, 1.0a1",
        "1.0-beta-1, 1.0b1",
        "1.0-milestone1, 1.0-m1",
        "1.0-rc, 1_RC",
        "1..1, 1.0.1",
        "1., 1",
        "1-, 1"
    })
    void means_the_same(String left, String right) {
        assertThat(VersionOrder.compareNames(left, right)).isZero();
        assertThat(VersionOrder.compareNames(right, left)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, true",
        "v1, true",
        "1234567, true",
        "v1a2b3c4, true",
        "1a2b3c, true",
        "'1\n2', true",
        "V1, true",
        "V, false",
        "v, false",
        "1a2b3c4-SNAPSHOT, false",
        "1A2B3C4.dirty, false",
        "1.0-1a2b3c4, true",
        "1a2b3c4g, true",
        "0123456789abcdef0123456789abcdef012345678, true",
        "'', false",
        "main, false",
        "-1, false",
        "٣.٠, false",
        "1a2b3c4, false",
        "0123456789abcdef0123456789abcdef01234567, false"
    })
    void has_a_place_when_the_name_starts_with_a_number_and_is_no_commit(String name, boolean place) {
        assertThat(VersionOrder.hasPlace(name)).isEqualTo(place);
    }

    @Test
    void a_tie_goes_to_the_newer_upload_and_then_to_the_larger_id() {
        PackageVersion early = version(3, "1.0", "2024-01-01T00:00:00Z");
        PackageVersion late = version(1, "1.0.0", "2024-02-01T00:00:00Z");
        PackageVersion lateToo = version(2, "v1", "2024-02-01T00:00:00Z");
        PackageVersion unknown = version(0, "1.0.Final", null);
        assertThat(VersionOrder.newestFirst(List.of(late, early, unknown, lateToo)))
                .containsExactly(unknown, lateToo, late, early);
    }

    @Test
    void names_without_a_place_come_last_and_newest_upload_first() {
        PackageVersion zebra = version(1, "zebra", "2024-01-01T00:00:00Z");
        PackageVersion apple = version(2, "apple", "2024-03-01T00:00:00Z");
        PackageVersion bear = version(3, "bear", "2024-01-01T00:00:00Z");
        PackageVersion release = version(4, "0.0.1", "2020-01-01T00:00:00Z");
        assertThat(VersionOrder.newestFirst(List.of(zebra, bear, release, apple)))
                .containsExactly(release, apple, zebra, bear);
    }

    @Test
    void is_total_and_transitive_on_generated_names() {
        var random = new Random(20260601);
        List<PackageVersion> versions = new ArrayList<>();
        for (int id = 0; id < 150; id++) {
            @Nullable
            String created = random.nextInt(10) == 0 ? null : "2024-01-0" + (1 + random.nextInt(9)) + "T00:00:00Z";
            versions.add(version(id, GeneratedNames.any(random), created));
        }
        var order = Comparator.comparing(RankedVersion::of, VersionOrder.NEWEST_FIRST.reversed());
        for (PackageVersion a : versions) {
            for (PackageVersion b : versions) {
                int ab = Integer.signum(order.compare(a, b));
                if (ab != -Integer.signum(order.compare(b, a)) || (ab == 0) != a.equals(b)) {
                    throw new AssertionError(a + " and " + b);
                }
            }
        }
        var sorted = new ArrayList<>(versions);
        sorted.sort(order);
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                if (order.compare(sorted.get(i), sorted.get(j)) >= 0) {
                    throw new AssertionError(sorted.get(i) + " is before " + sorted.get(j));
                }
            }
        }
        Collections.shuffle(versions, random);
        Collections.reverse(sorted);
        assertThat(VersionOrder.newestFirst(versions)).isEqualTo(sorted);
    }

    @Test
    void agrees_with_maven_3_9_on_ordinary_names() throws Exception {
        List<String> names = GeneratedNames.ordinary();
        Path jar = Path.of("target/version-order/maven-artifact.jar");
        assertThat(jar).as("copied by the build before the tests").exists();
        // A parent without our class path, on which there is the order of 3.6.3.
        try (var maven = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            List<Comparable<Object>> theirs = comparableVersions(maven, names);
            List<String> ours = names.stream().map(SortKey::of).toList();
            for (int i = 0; i < names.size(); i++) {
                for (int j = 0; j < names.size(); j++) {
                    int expected = Integer.signum(theirs.get(i).compareTo(theirs.get(j)));
                    if (Integer.signum(ours.get(i).compareTo(ours.get(j))) != expected) {
                        throw new AssertionError(names.get(i) + " and " + names.get(j) + ": Maven says " + expected);
                    }
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Comparable<Object>> comparableVersions(ClassLoader maven, List<String> names) throws Exception {
        Constructor<?> constructor = maven.loadClass("org.apache.maven.artifact.versioning.ComparableVersion")
                .getConstructor(String.class);
        List<Comparable<Object>> versions = new ArrayList<>();
        for (String name : names) {
            versions.add((Comparable<Object>) constructor.newInstance(name));
        }
        return versions;
    }

    private static PackageVersion version(long id, String name, @Nullable String created) {
        return new PackageVersion(
                id,
                name,
                PackageVersion.State.ACTIVE,
                created == null ? null : Instant.parse(created),
                null,
                null,
                null);
    }
}

package io.github.ghpackages.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.ghpackages.PackageVersion;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PomReferenceTest {

    private static final Comparator<String> ORDER = Comparator.comparing(ComparableVersion::new);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest(name = "{0} among {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1.0                   | 1.0 1.0.0 1.0-SNAPSHOT 2  | 1.0",
                "1.0-SNAPSHOT          | 1.0 1.0-SNAPSHOT          | 1.0-SNAPSHOT",
                "1.0-snapshot          | 1.0 1.0-SNAPSHOT          | 1.0-SNAPSHOT",
                "1.0-20260101.101010-3 | 1.0 1.0-SNAPSHOT          | 1.0-SNAPSHOT",
                "[1.0,2.0)             | 0.9 1.0 1.5 2.0 2.0.1     | 1.0 1.5",
                "(1.0,2.0]             | 0.9 1.0 1.5 2.0 2.0.1     | 1.5 2.0",
                "[1.0]                 | 0.9 1.0 1.5               | 1.0",
                "[1.5,)                | 0.9 1.0 1.5 2.0           | 1.5 2.0",
                "(,1.0]                | 0.9 1.0 1.5               | 0.9 1.0",
                "(,1.0),(1.5,)         | 0.9 1.0 1.5 2.0           | 0.9 2.0",
                "[1.0                  | 0.9 1.0                   | 0.9 1.0",
                "${my.version}         | 0.9 1.0                   | 0.9 1.0",
                "1.${minor}            | 0.9 1.0                   | 0.9 1.0",
            })
    void means(String version, String all, String meant) {
        assertThat(meantBy(version, all)).containsExactly(meant.split(" "));
    }

    @Test
    void takes_a_range_by_either_order() {
        Predicate<String> meant = named("[1.0,2.0)").among(List.of(), Comparator.reverseOrder());

        assertThat(meant.test("1.5")).as("by Maven's own order").isTrue();
        assertThat(named("[2,1]").among(List.of(), Comparator.reverseOrder()).test("1"))
                .as("by the given order")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "1..2", "99999999999999999999", "feature/x", "\u0661.\u0662", "[1]", "-", "\uD83D\uDE00"
            })
    void copes_with_any_name(String name) {
        assertThat(named("1.0").among(List.of(), ORDER).test(name)).isFalse();
        assertThatCode(() -> named("[1.0,1.1]").among(List.of(), ORDER).test(name))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"LATEST", "RELEASE"})
    void takes_the_newest_by_name_and_by_date_with_and_without_snapshots(String version) {
        Predicate<String> meant = named(version)
                .among(
                        List.of(
                                version("3.0-SNAPSHOT", NOON),
                                version("2.0", NOON),
                                version("1.9", NOON.plusSeconds(1)),
                                version("1.8-SNAPSHOT", NOON.plusSeconds(2)),
                                version("1.7", NOON),
                                version("1.6", null)),
                        ORDER);

        assertThat(List.of("3.0-SNAPSHOT", "2.0", "1.9", "1.8-SNAPSHOT", "1.7", "1.6").stream()
                        .filter(meant))
                .containsExactly("3.0-SNAPSHOT", "2.0", "1.9", "1.8-SNAPSHOT", "1.6");
    }

    @Test
    void finds_no_newest_among_none() {
        assertThat(named("LATEST").among(List.of(), ORDER).test("1")).isFalse();
    }

    private static List<String> meantBy(String version, String all) {
        List<String> names = Arrays.asList(all.split(" "));
        List<PackageVersion> versions =
                names.stream().map(name -> version(name, NOON)).toList();
        return names.stream().filter(named(version).among(versions, ORDER)).toList();
    }

    private static PomReference named(String version) {
        return new PomReference(version, "");
    }

    private static PackageVersion version(String name, @Nullable Instant createdAt) {
        return new PackageVersion(1, name, PackageVersion.State.ACTIVE, createdAt, null, null, null);
    }
}

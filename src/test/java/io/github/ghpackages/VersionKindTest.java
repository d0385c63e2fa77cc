package io.github.ghpackages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionKindTest {

    private static final String[] WORDS =
            "alpha beta milestone rc cr ea eap pre pr preview prerelease dev nightly canary".split(" ", -1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0-SNAPSHOT",
                "1.0-snapshot",
                "1.0.SNAPSHOT",
                "1.0_SNAPSHOT",
                "1.0SNAPSHOT",
                "SNAPSHOT",
                "main-SNAPSHOT",
                "feature/x-SNAPSHOT",
                "1.0-rc1-SNAPSHOT",
                "1.0.0-alpha.1-SNAPSHOT",
                "1.0-20240101.120000-1",
                "1.0-rc1-20240101.120000-12",
                "v1.0-SNAPSHOT",
                "1.0-SNAPSHOT-SNAPSHOT"
            })
    void is_a_snapshot(String name) {
        assertThat(VersionKind.of(name)).isEqualTo(VersionKind.SNAPSHOT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0-rc1",
                "1.0-RC-1",
                "1.0.0-rc.1",
                "1.0rc1",
                "1.0.CR2",
                "2.0.0.Alpha1",
                "2.0.0.Beta",
                "1.0-alpha",
                "1.0a1",
                "1.0-b2",
                "2.0.0.M3",
                "2.13.0-M5-1",
                "1.0_m1",
                "1.0~rc1",
                "1.0/rc1",
                "1.0 beta 2",
                "v2.0-beta",
                "V2.0-BETA",
                "21-ea+35",
                "1.0.0-rc.1+build.5",
                "1.0-preview3",
                "1.0-pre",
                "1.0-pre-release",
                "1.0-prerelease2",
                "1.0.0-dev.1",
                "1.0-milestone-4",
                "1rc1",
                "5a3",
                "1.0.0-beta.11",
                "33.0-rc1-jre",
                "33.0-jre-rc1",
                "1.0-rc1-final",
                "1.0-SNAPSHOT.5",
                "1.0-snapshot-4",
                "1.0-alpha1a",
                "1.0-RC1.Final",
                "7.1-EAP2",
                "v1a2b3c4-rc1",
                "1.0-pr-12",
                "2.1.0-nightly.20240101",
                "3.0.0-canary.7",
                "1.0-SNAPSHOT-jre",
                "1.0-SNAPSHOT+5",
                "1.0-3b4ea12-rc1"
            })
    void is_a_prerelease(String name) {
        assertThat(VersionKind.of(name)).isEqualTo(VersionKind.PRERELEASE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1.0",
                "v1.0",
                "1.0.0.0",
                "6.1.0.Final",
                "1.0.GA",
                "1.0.RELEASE",
                "1.0-SP1",
                "1.0-1",
                "33.0-jre",
                "1.0-android",
                "1.0-incubating",
                "1.0-march",
                "1.0-export",
                "1.0-release",
                "1.0-dear",
                "1.0-predator",
                "1.0-alphabet",
                "1.0-area",
                "1.0+dev",
                "1.0.0+rc1",
                "1.0+20240101",
                "1.0-hotfix-pre-prod",
                "1.0-a",
                "1.0-b",
                "1.0-m",
                "1.0.m",
                "1.0-m2e",
                "1.0-rcé",
                "1.0-rcé1",
                "",
                "v",
                "-",
                "main",
                "dev",
                "alpha",
                "rc1",
                "beta-2",
                "feature/rc1",
                "release-1.0-rc1",
                "1a2b3c4",
                "1a2b3c4-rc1",
                "12ea345.dev",
                "1.0-3B4EA12",
                "1.0-nightlybuild",
                "1.0-print",
                "12ea345",
                "0b1234567",
                "1.0-3b4ea12",
                "1.0-12ea345",
                "1.0-fix-3ea",
                "snapshots",
                "mysnapshot",
                "1.0-SNAPSHOTS",
                "20240101.120000-1",
                "1.0-20240101.120000",
                "1.0-2024011.120000-1",
                "1.0-20240101.120000-",
                "٣.٠-rc1",
                "1.0-ｒｃ1",
                "1.0-x-rc-y"
            })
    void is_a_release_because_it_is_nothing_else_clearly(String name) {
        assertThat(VersionKind.of(name)).isEqualTo(VersionKind.RELEASE);
    }

    static String[] words() {
        return WORDS;
    }

    @ParameterizedTest
    @MethodSource("words")
    void knows_each_word_whatever_its_case_and_separator(String word) {
        for (String separator : new String[] {"", "-", ".", "_", "~", "--", "-_"}) {
            for (String number : new String[] {"", "1", "-1", ".1", "_1", "12", "-1.2.3"}) {
                assertPrerelease("1.0" + separator + word + number);
                assertPrerelease("1.0" + separator + word.toUpperCase(Locale.ROOT) + number);
                assertPrerelease("v1" + separator + Character.toUpperCase(word.charAt(0)) + word.substring(1) + number);
            }
        }
    }

    private static void assertPrerelease(String name) {
        assertThat(VersionKind.of(name)).as(name).isEqualTo(VersionKind.PRERELEASE);
    }

    @Test
    void reads_very_long_names_in_no_time() {
        String[] pieces = {
            "1", "-", "1-", "1a", "rc", "rc-", "x-rc-", "1-rc", "-20240101.120000-", "1.0-SNAPSHOT-", "é", "+"
        };
        for (String piece : pieces) {
            String name = "1." + piece.repeat(50_000);
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThatCode(() -> VersionKind.of(name)).doesNotThrowAnyException());
        }
    }

    @Test
    void reads_as_users_write_it() {
        assertThat(VersionKind.values())
                .extracting(VersionKind::toString)
                .containsExactly("release", "prerelease", "snapshot");
    }
}

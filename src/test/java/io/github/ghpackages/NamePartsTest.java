package io.github.ghpackages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePartsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.0",
                "1.0.0.1",
                "v1.0",
                "V1.0",
                "9.4.53.v20231009",
                "20240101",
                "1.0-20240101.120000-1",
                "1.0-1234567",
                "6.1.0.Final",
                "1.0.GA",
                "1.0-RELEASE",
                "1.0-SP1",
                "1.0-sp",
                "1.0-rc1",
                "1.0-RC-1",
                "1.0a1",
                "1.0-b2",
                "2.0.0.M3",
                "21-ea+35",
                "7.1-eap",
                "1.0-pr-12",
                "1.0-pre-release",
                "1.0-preview",
                "1.0-prerelease",
                "1.0-dev",
                "1.0-milestone-2",
                "1.0-alpha",
                "1.0-beta",
                "1.0-cr1",
                "2.1.0-nightly.20240101",
                "3.0.0-canary.7",
                "1.0-SNAPSHOT",
                "1.0-rc1-SNAPSHOT",
                "1.0+5",
                "1.0+rc1"
            })
    void is_plain(String name) {
        assertThat(NameParts.isPlain(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3.0.0.1.my-branch",
                "32.1-jre",
                "1.0-android",
                "1.0-3b4ea12",
                "1.0-deadbeef",
                "1.0-5-g3b4ea12",
                "1.0-3B4EA12",
                "9bc1234-SNAPSHOT",
                "1.0-my-branch-SNAPSHOT",
                "1.0-rc1-jre",
                "1.0+build.5",
                "1.0+3b4ea12",
                "1.0-a",
                "1.0-a.1",
                "1.0-b",
                "1.0-m2e",
                "1.0-v",
                "v",
                "vv1",
                "1.0-rcx",
                "1.0-é",
                "1.0-rcé",
                "٣.٠",
                "main"
            })
    void is_qualified(String name) {
        assertThat(NameParts.isPlain(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "3b4ea12, true",
        "deadbeef, true",
        "3B4EA12, true",
        "0123456789abcdef0123456789abcdef01234567, true",
        "g3b4ea12, true",
        "git3b4ea12, true",
        "sha1234567, true",
        "sha12345, false",
        "g1234567, true",
        "g0123456789abcdef0123456789abcdef01234567, true",
        "3b4ea1, false",
        "g3b4ea1, false",
        "1234567, false",
        "0123456789012345678901234567890123456789, false",
        "0123456789abcdef0123456789abcdef012345678, false",
        "g0123456789abcdef0123456789abcdef012345678, false",
        "3b4ea1g, false",
        "h3b4ea12, false",
        "gg3b4ea12, false",
        "v3b4ea12, false",
        "'', false"
    })
    void knows_a_commit_hash(String part, boolean hash) {
        assertThat(NameParts.isCommitHash(part)).isEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0",
        "3b4ea12, #",
        "1.0-3b4ea12, 1.0-#",
        "1.0-3b4ea12-SNAPSHOT, 1.0-#-SNAPSHOT",
        "3b4ea12.deadbeef, #.#",
        "1.0+g3b4ea12~1, 1.0+#~1",
        "1.0-3b4ea1-x, 1.0-3b4ea1-x",
        "1.0-3b4ea12é, 1.0-3b4ea12é",
        "1.0😀3b4ea12😀, 1.0😀#😀",
        "1.0-3b4ea12-, 1.0-#-"
    })
    void puts_a_number_sign_in_place_of_each_hash(String name, String expected) {
        assertThat(NameParts.withoutHashes(name)).isEqualTo(expected);
    }

    @Test
    void reads_very_long_names_in_no_time() {
        for (String piece : new String[] {"1", "a", "-", "1-", "1a", "3b4ea12-", "g3b4ea12", "é", "😀", "1234567."}) {
            String name = piece.repeat(100_000);
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThat(NameParts.isPlain(name)
                                    || !NameParts.withoutHashes(name).isEmpty())
                            .isTrue());
        }
    }
}

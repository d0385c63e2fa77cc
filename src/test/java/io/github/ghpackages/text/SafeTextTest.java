package io.github.ghpackages.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.0.0-SNAPSHOT",
                "Größe, 日本語, 🚀",
                "a # b ## c [d] ##",
                "Foo::bar and a:b",
                "https://github.com/acme",
                "C:\\Users\\me"
            })
    void ordinary_text_stays_as_it_is(String text) {
        assertThat(SafeText.harmless(text)).isEqualTo(text);
    }

    @Test
    void controls_become_visible() {
        assertThat(SafeText.harmless("a\u001b[31mred\u0007\u0000\u007f\u009b"))
                .isEqualTo("a\\u001b[31mred\\u0007\\u0000\\u007f\\u009b");
    }

    /** Secrets end up in the place of an owner, a server id or a parameter's name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ghp_A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8",
                "ghs_12345_eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIxMjM0NSJ9.c2ln-bmF_0dXJl",
                "github_pat_11ABCDEFG0abcdefghijkl_ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdef"
            })
    void tokens_of_github_are_covered(String token) {
        assertThat(SafeText.harmless("Server '" + token + "' and https://host/" + token + "/x"))
                .isEqualTo("Server '***' and https://host/***/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghp_", "ghp_lib", "1.0-ghs_fix-7", "github_pat_", "highs_and_lows_of_a_year_in_summary"})
    void what_is_too_short_for_a_token_stays_as_it_is(String text) {
        assertThat(SafeText.harmless(text)).isEqualTo(text);
    }

    @Test
    void several_lines_become_one() {
        assertThat(SafeText.harmless("a\nb\r\n\tc\u2028d\u0085e")).isEqualTo("a\\nb\\r\\n\\tc\\u2028d\\u0085e");
    }

    @Test
    void marks_that_turn_or_hide_text_become_visible() {
        assertThat(SafeText.harmless("1.0\u202egnp\u2066\u200b\ufeff\u00ad"))
                .isEqualTo("1.0\\u202egnp\\u2066\\u200b\\ufeff\\u00ad");
        assertThat(SafeText.harmless(Character.toString(0xe0041))).isEqualTo("\\udb40\\udc41");
        assertThat(SafeText.harmless("\ud83d")).isEqualTo("\\ud83d");
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "::error::x,\\u003a:error::x",
                "  ::set-output name=a::b,  \\u003a:set-output name=a::b",
                "1.0 ::error::x,1.0 \\u003a:error::x",
                "\u00a0::error::x,\u00a0\\u003a:error::x",
                "##[error]x,#\\u0023[error]x",
                "1.0##[group]x,1.0#\\u0023[group]x",
                "###[error]x,##\\u0023[error]x",
                "##vso[task.setvariable]x,#\\u0023vso[task.setvariable]x",
                "##teamcity[x],#\\u0023teamcity[x]"
            })
    void what_a_runner_takes_as_a_command_is_broken_up(String text, String harmless) {
        assertThat(SafeText.harmless(text)).isEqualTo(harmless);
    }

    @Test
    void a_line_break_does_not_make_room_for_a_command() {
        assertThat(SafeText.harmless("1.0\n::error::x")).isEqualTo("1.0\\n::error::x");
    }

    @Test
    void json_keeps_its_values_and_its_layout() {
        assertThat(SafeText.harmlessJson("{\n  \"a\": \"1\u202e2\u009b##[x]##vso[y]\ud83dZ🚀\"\n}"))
                .isEqualTo("{\n  \"a\": \"1\\u202e2\\u009b#\\u0023[x]#\\u0023vso[y]\\ud83dZ🚀\"\n}");
    }

    @Test
    void twice_is_the_same_as_once() {
        var random = new Random(7);
        var alphabet =
                "##[[vso::  \n\t\u001b\u202e\\u003a#🚀\ud83da1".codePoints().toArray();
        for (int round = 0; round < 5_000; round++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
            }
            var once = SafeText.harmless(text.toString());
            assertThat(SafeText.harmless(once)).isEqualTo(once);
            assertThat(once.codePoints().noneMatch(SafeText::isHarmful)).isTrue();
            assertThat(once.stripLeading()).doesNotStartWith("::").doesNotContain("##[", "##vso[");
        }
    }
}

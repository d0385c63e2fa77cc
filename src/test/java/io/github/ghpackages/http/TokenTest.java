package io.github.ghpackages.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

    private static final String SECRET = "ghp_A+b/C=d0123456789";

    private final Token token = new Token(SECRET, "server 'github' of settings.xml");

    @Test
    void prints_as_where_it_comes_from() {
        assertThat(token).hasToString("token from server 'github' of settings.xml");
    }

    @Test
    void covers_itself_in_text() {
        assertThat(token.scrub("Bad token " + SECRET + ", " + SECRET + "!")).isEqualTo("Bad token ***, ***!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x:", "ab:", "abc:", "octocat:", "x-access-token:"})
    void covers_its_base64_form_behind_any_user_name(String user) {
        String basic = Base64.getEncoder().encodeToString((user + SECRET).getBytes(UTF_8));
        String urlSafe = Base64.getUrlEncoder().withoutPadding().encodeToString((user + SECRET + "!").getBytes(UTF_8));
        assertThat(token.scrub(basic)).contains("***").hasSizeLessThan(basic.length() - 20);
        assertThat(token.scrub(urlSafe)).contains("***").hasSizeLessThan(urlSafe.length() - 20);
    }

    @Test
    void covers_its_url_encoded_forms() {
        assertThat(token.scrub("t=ghp_A%2Bb%2FC%3Dd0123456789")).isEqualTo("t=***");
        assertThat(token.scrub("t=%67hp_A%2bb%2fC%3dd0123456789")).isEqualTo("t=***");
        String basic = Base64.getEncoder().encodeToString(("octocat:" + SECRET).getBytes(UTF_8));
        assertThat(token.scrub(basic.replace("=", "%3D").replace("+", "%2B").replace("/", "%2F")))
                .contains("***")
                .doesNotContain(basic.substring(14, 30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0067hp_A+b/C=d0123456789",
                "ghp_A\\u002Bb\\/C\\u003dd0123456789",
                "\\\\u0067hp_A+b\\\\/C=d0123456789",
                "\\u002567hp_A%252Bb/C=d0123456789",
                "ghp_A+b/C=\nd0123456789",
                "ghp_A+b/C=\\r\\nd0123456789",
                "ghp_A+b/C=\\u000a\\t d01 23456789",
                "g\u200bhp_A+b/C=d0123456\u001b789"
            })
    void covers_itself_where_it_is_escaped_or_torn_apart(String disguised) {
        assertThat(token.scrub("{\"message\":\"Bad " + disguised + "!\"}")).isEqualTo("{\"message\":\"Bad ***!\"}");
    }

    @Test
    void covers_its_base64_form_with_the_escapes_of_json() {
        String basic = Base64.getEncoder().encodeToString("me:ghp_>>>???~~~0123".getBytes(UTF_8));
        assertThat(basic).contains("+", "/");
        assertThat(new Token("ghp_>>>???~~~0123", "a test")
                        .scrub(basic.replace("/", "\\/").replace("+", "\\u002b")))
                .contains("***")
                .hasSizeLessThan(basic.length() - 15);
    }

    @Test
    void covers_a_token_with_percent_signs_also_where_it_is_url_encoded_twice() {
        String secret = "ghp_odd/token+of=50%~?%25~";
        Token odd = new Token(secret, "a test");
        String once = URLEncoder.encode(secret, UTF_8);
        assertThat(odd.scrub("x " + secret + " y")).isEqualTo("x *** y");
        assertThat(odd.scrub("x " + once + " y")).isEqualTo("x *** y");
        assertThat(odd.scrub("x " + URLEncoder.encode(once, UTF_8) + " y")).isEqualTo("x *** y");
    }

    @Test
    void covers_a_token_with_a_backslash() {
        assertThat(new Token("a\\nb\\\\c", "a test").scrub("x a\\nb\\\\c y")).isEqualTo("x *** y");
    }

    @Test
    void looks_through_long_text_in_no_time_and_without_deep_recursion() {
        String text = "\\u0067\\n" + "\\n ".repeat(100_000) + "g".repeat(100_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(token.scrub(text)).isEqualTo(text));
    }

    /** A pattern took 53 seconds for 16 kB of backslashes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\",
                "%",
                "%25",
                "%2525g",
                "\\u0067",
                "\\\\u0067\\\\n",
                "g\\n\\n\\n\\n\\n\\n\\n\\n",
                "g",
                "ghp_A+b/C=",
                "ghp_A+b/C=d012345678 ",
                "\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\u0067 \\\\\\\\\\\\\\\\\\\\\\\\\\\\u0068"
            })
    void looks_through_a_large_answer_in_no_time_whatever_is_in_it(String piece) {
        String text = piece.repeat(2 * 1024 * 1024 / piece.length());
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(token.scrub(text)).isEqualTo(text));
    }

    @Test
    void covers_itself_behind_any_number_of_backslashes_and_percent_signs() {
        assertThat(token.scrub("\\".repeat(100_000) + "u0067hp_A+b/C=d0123456789"))
                .endsWith("\\***");
        assertThat(token.scrub("%25".repeat(100_000) + "67hp_A+b/C=d0123456789"))
                .endsWith("%25***");
    }

    @Test
    void covers_all_where_nobody_waits_for_the_answer_any_more() {
        assertThat(token.scrub("a".repeat(1_000_000) + SECRET, () -> true)).isEqualTo("***");
    }

    @Test
    void leaves_other_text_alone() {
        assertThat(token.scrub("ghp_A+b/C=d012345678")).isEqualTo("ghp_A+b/C=d012345678");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ghp_1\n", "ghp_1\r\nX-Evil: 1", "ghp 1", "ghp_\u0000", "ghp_é", "ghp_\u200b1"})
    void refuses_what_cannot_be_a_token_and_never_echoes_it(String value) {
        assertThatThrownBy(() -> new Token(value, "server 'github' of settings.xml"))
                .hasMessageStartingWith("Using the token from server 'github' of settings.xml failed.\n")
                .hasMessageNotContaining("ghp_");
    }

    @Test
    void takes_a_token_of_any_shape() {
        assertThat(new Token("x", "a test").value()).isEqualTo("x");
        assertThat(new Token("github_pat_1", "a test").looksFineGrained()).isTrue();
        assertThat(token.looksFineGrained()).isFalse();
    }
}

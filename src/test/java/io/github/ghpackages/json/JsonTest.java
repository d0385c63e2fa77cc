package io.github.ghpackages.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.PackagesException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void reads_what_is_there() {
        Json json = Json.parse(
                " {\"id\": 9007199254740993, \"name\": \"1.0\", \"tags\": [\"a\", null], \"none\": null, \"at\": \"2022-06-05T18:51:48Z\"} ");
        assertThat(json.isObject()).isTrue();
        assertThat(json.get("id").number()).isEqualTo(9007199254740993L);
        assertThat(json.get("name").text()).isEqualTo("1.0");
        assertThat(json.get("tags").items()).extracting(Json::isNull).containsExactly(false, true);
        assertThat(json.find("none")).isEmpty();
        assertThat(json.find("absent")).isEmpty();
        assertThat(json.findInstant("at")).contains(Instant.parse("2022-06-05T18:51:48Z"));
    }

    @Test
    void quotes_no_more_of_an_answer_than_a_person_can_read() {
        String name = "a".repeat(1_000_000);
        assertThatThrownBy(() -> Json.parse("{\"" + name + "\":1,\"" + name + "\":2}"))
                .hasMessageContaining("There are two members 'aaa")
                .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(1_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<html>",
                "{",
                "[1,]",
                "{'a':1}",
                "{a:1}",
                "{} {}",
                "[1] x",
                "NaN",
                "[01]",
                "\"a",
                "{\"a\":1,\"a\":2}",
                "// c\n[]",
                "[1;2]",
                "nul"
            })
    void refuses_what_is_not_json(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(PackagesException.class);
    }

    @Test
    void says_in_harmless_words_what_it_got_instead() {
        assertThatThrownBy(() -> Json.parse("\u001b[31m::error::<html>"))
                .hasMessageContaining("It is not JSON: it starts with '\\u001b[31m::error::<html>'.");
    }

    @Test
    void refuses_to_go_deep() {
        assertThat(Json.parse("[".repeat(50) + "]".repeat(50)).isArray()).isTrue();
        assertThatThrownBy(() -> Json.parse("[".repeat(51) + "]".repeat(51))).isInstanceOf(PackagesException.class);
    }

    @Test
    void refuses_more_values_than_an_answer_has() {
        assertThat(Json.parse("[" + "0,".repeat(999_998) + "0]").items()).hasSize(999_999);
        assertThatThrownBy(() -> Json.parse("[" + "0,".repeat(999_999) + "0]"))
                .isInstanceOf(PackagesException.class)
                .hasMessageContaining("It has more than a million values.");
    }

    @Test
    void says_where_another_shape_is_than_was_asked_for() {
        Json json = Json.parse("[{\"id\":1.5,\"big\":9223372036854775808,\"text\":\"7\"}]")
                .items()
                .get(0);
        assertThatThrownBy(() -> json.get("id").number()).hasMessageContaining("There is no whole number at $[0].id.");
        assertThatThrownBy(() -> json.get("big").number())
                .hasMessageContaining("There is no whole number at $[0].big.");
        assertThatThrownBy(() -> json.get("text").number()).hasMessageContaining("There is no number at $[0].text.");
        assertThatThrownBy(() -> json.get("id").text()).hasMessageContaining("There is no text at $[0].id.");
        assertThatThrownBy(() -> json.get("name")).hasMessageContaining("There is no 'name' in $[0].");
        assertThatThrownBy(json::items).hasMessageContaining("There is no list at $[0].");
        assertThatThrownBy(() -> json.get("id").find("x")).hasMessageContaining("There is no object at $[0].id.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "", "2022-06-05", "2022-13-05T00:00:00Z"})
    void knows_no_time_where_there_is_none_that_can_be_read(String text) {
        assertThat(Json.parse("{\"at\":\"" + text + "\"}").findInstant("at")).isEmpty();
    }
}

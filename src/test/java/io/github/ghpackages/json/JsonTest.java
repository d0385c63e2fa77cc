package io.github.ghpackages.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void reads_what_is_there() throws JsonException {
        Json json = Json.parse(
                " {\"id\": 9007199254740993, \"name\": \"1.0\", \"tags\": [\"a\", null], \"none\": null, \"at\": \"2022-06-05T18:51:48Z\"} ");
        assertThat(json.isObject()).isTrue();
        assertThat(json.number("id")).isEqualTo(9007199254740993L);
        assertThat(json.text("name")).isEqualTo("1.0");
        assertThat(Json.parse("[{}, null]").elements())
                .extracting(Json::isObject)
                .containsExactly(true, false);
        assertThat(json.textOrNull("none")).isNull();
        assertThat(json.objectOrNull("absent")).isNull();
        assertThat(json.timeOrNull("at")).isEqualTo(Instant.parse("2022-06-05T18:51:48Z"));
    }

    @Test
    void quotes_no_more_of_an_answer_than_a_person_can_read() {
        String name = "a".repeat(1_000_000);
        assertThatThrownBy(() -> Json.parse("{\"" + name + "\":1,\"" + name + "\":2}"))
                .hasMessageContaining("there are two members 'aaa")
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
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void says_in_harmless_words_what_it_got_instead() {
        assertThatThrownBy(() -> Json.parse("\u001b[31m::error::<html>"))
                .hasMessage("it is not JSON: it starts with '\\u001b[31m::error::<html>'");
    }

    @Test
    void refuses_to_go_deep() throws JsonException {
        assertThat(Json.parse("[".repeat(50) + "]".repeat(50)).elements()).hasSize(1);
        assertThatThrownBy(() -> Json.parse("[".repeat(51) + "]".repeat(51))).isInstanceOf(JsonException.class);
    }

    @Test
    void refuses_more_values_than_an_answer_has() throws JsonException {
        assertThat(Json.parse("[" + "0,".repeat(999_998) + "0]").elements()).hasSize(999_999);
        assertThatThrownBy(() -> Json.parse("[" + "0,".repeat(999_999) + "0]"))
                .isInstanceOf(JsonException.class)
                .hasMessage("it has more than a million values");
        assertThat(Json.parseOwn("[" + "0,".repeat(999_999) + "0]").elements()).hasSize(1_000_000);
    }

    @Test
    void says_where_another_shape_is_than_was_asked_for() throws JsonException {
        Json json = Json.parse(
                        "[{\"id\":1.5,\"big\":9223372036854775808,\"text\":\"7\",\"in\":{\"n\":-1,\"list\":[1]}}]")
                .elements()
                .get(0);
        assertThatThrownBy(() -> json.number("id")).hasMessage("[0].id is not a whole number");
        assertThatThrownBy(() -> json.number("big")).hasMessage("[0].big is not a whole number");
        assertThatThrownBy(() -> json.number("text")).hasMessage("[0].text is not a whole number");
        assertThatThrownBy(() -> json.text("id")).hasMessage("[0].id is not a text");
        assertThatThrownBy(() -> json.text("name")).hasMessage("[0].name is missing");
        assertThatThrownBy(json::elements).hasMessage("[0] is not a list");
        assertThatThrownBy(() -> json.object("id")).hasMessage("[0].id is not an object");
        assertThatThrownBy(() -> json.object("in").id("n")).hasMessage("[0].in.n is not a whole number above 0");
        assertThatThrownBy(() -> json.object("in").texts("list")).hasMessage("[0].in.list[0] is not a text");
        assertThatThrownBy(() -> Json.parse("[]").text("id")).hasMessage("it is not an object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "", "2022-06-05", "2022-13-05T00:00:00Z"})
    void knows_no_time_where_there_is_none_that_can_be_read(String text) throws JsonException {
        assertThat(Json.parse("{\"at\":\"" + text + "\"}").timeOrNull("at")).isNull();
    }
}

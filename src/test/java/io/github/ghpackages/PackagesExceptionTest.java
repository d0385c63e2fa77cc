package io.github.ghpackages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.text.SafeText;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackagesExceptionTest {

    private static final String EVIL = "evil\n::error::pwned\u001b[31m ##[error]\u202e";
    private static final String HARMLESS = "evil\\n::error::pwned\\u001b[31m #\\u0023[error]\\u202e";

    @Test
    void names_from_the_network_are_harmless_in_all_of_its_texts() {
        PackagesException e = new PackagesException(
                        Id.PLAN_STOPPED, "Tried " + EVIL + ".", "Reason " + EVIL + ".", "Remedy " + EVIL + ".")
                .withConsoleOnly("Console " + EVIL + ".");

        assertThat(e.tried()).isEqualTo("Tried " + HARMLESS + ".");
        assertThat(e.reason()).isEqualTo("Reason " + HARMLESS + ".");
        assertThat(e.remedy()).isEqualTo("Remedy " + HARMLESS + ".");
        assertThat(e.consoleOnly()).contains("Console " + HARMLESS + ".");
        assertThat(e)
                .hasMessage("Tried " + HARMLESS + ".\n  Reason: Reason " + HARMLESS + ".\n  To do:  Remedy " + HARMLESS
                        + ".\n"
                        + "  https://ghpackages.github.io/ghpackages-maven-plugin/troubleshooting.html#plan-stopped");
    }

    /** Maven appends the message of every cause that the message does not contain, so the URL would lead nowhere. */
    @Test
    void maven_finds_no_cause_whose_message_it_would_append_to_the_url() {
        IOException underneath = new IOException("Connection refused", new IOException("deep"));
        PackagesException e = new PackagesException(Id.CONNECTION_FAILED, "Tried.", "Reason.", "Remedy.", underneath);
        for (PackagesException each : List.of(e, e.withConsoleOnly("Console."))) {
            assertThat(each.getCause()).isNull();
            assertThat(each.getSuppressed()).containsExactly(underneath);
            assertThat(each)
                    .hasMessageEndingWith(
                            ".\n"
                                    + "  https://ghpackages.github.io/ghpackages-maven-plugin/troubleshooting.html#connection-failed");
        }
    }

    @Test
    void ordinary_sentences_stay_as_they_are() {
        String sentence = "Größe 日本語: 'a::b' in C:\\Users\\me, https://github.com/acme (80% of it …).";

        assertThat(new PackagesException(Id.PLAN_STOPPED, sentence, sentence, sentence).reason())
                .isEqualTo(sentence);
    }

    @Test
    void a_text_that_is_handed_on_from_one_to_the_next_is_escaped_once() {
        Random random = new Random(11);
        int[] alphabet =
                "##[[vso::  \n\t\u001b\u202e\\u003a#🚀\ud83da1".codePoints().toArray();
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
            }
            PackagesException first = new PackagesException(Id.PLAN_STOPPED, "" + text, "" + text, "" + text);
            PackagesException second =
                    new PackagesException(first.id(), first.tried(), first.reason(), first.remedy(), first);

            assertThat(second).hasMessage(first.getMessage());
            assertThat(second.reason()).isEqualTo(SafeText.harmless(text.toString()));
        }
    }
}

package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private static final List<String> HOSTILE = List.of(
            "\n::error::x",
            "\r::set-output name=a::b",
            "%0A::add-mask::x",
            "\u2028",
            "\u0085",
            "\u001b[2K",
            "::",
            "%",
            "1.0");

    @Test
    void a_text_of_several_lines_stays_in_one() {
        assertThat(Console.data("Deleting failed.\n  Reason: 100%")).isEqualTo("Deleting failed.%0A  Reason: 100%25");
    }

    @Test
    void no_text_ends_a_command_or_begins_another() {
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(5); j >= 0; j--) {
                text.append(HOSTILE.get(random.nextInt(HOSTILE.size())));
            }
            assertThat(Console.data(text.toString()))
                    .as(text.toString())
                    .doesNotContainPattern("[\\p{Cntrl}\u0085\u2028\u2029]")
                    .doesNotContainPattern("%(?!25|0A)");
        }
    }
}

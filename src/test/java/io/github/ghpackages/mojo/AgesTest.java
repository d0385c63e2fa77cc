package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.mojo.RetentionArguments.Ages;
import io.github.ghpackages.retention.Age;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgesTest {

    private static final String REMEDY =
            "Write an age such as 30d, 6w, 12h, P30D or P1Y, 0d or more. Nothing was changed.";

    private static PackagesException refusal(String text) {
        return catchThrowableOfType(PackagesException.class, () -> Ages.of(Argument.of("deletedSince", text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30d", "6w", "12h", "P30D", "P1Y", "0d", " PT12H "})
    void ages_are_read_as_the_policy_reads_them(String text) {
        assertThat(Ages.of(Argument.of("deletedSince", text))).isEqualTo(Age.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-30d", "P-1D", "30", "30days", "month", "5m", ""})
    void nothing_else_is_an_age(String text) {
        assertThat(refusal(text).id()).isEqualTo(Id.INVALID_PARAMETER);
        assertThat(refusal(text).tried()).isEqualTo("Reading deletedSince=" + text + " failed.");
        assertThat(refusal(text).remedy()).isEqualTo(REMEDY);
    }

    @Test
    void an_age_that_is_refused_says_why() {
        assertThat(refusal("-30d").reason()).isEqualTo("\"-30d\" is not valid: it is negative.");
        assertThat(refusal("30").reason()).isEqualTo("\"30\" is not valid: it is not an age.");
    }
}

package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcurrentlyTest {

    @Test
    void says_in_words_that_the_build_is_being_stopped() {
        Thread.currentThread().interrupt();
        PackagesException stopped =
                catchThrowableOfType(PackagesException.class, () -> Concurrently.map(List.of(1, 2), item -> item));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped.id()).isEqualTo(Id.CONNECTION_FAILED);
        assertThat(stopped.reason()).isEqualTo("The build is being stopped.");
    }
}

package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrentlyTest {

    private static final List<Integer> HUNDRED =
            IntStream.rangeClosed(1, 100).boxed().toList();

    @Test
    void gives_the_results_in_the_order_of_the_items() {
        assertThat(Concurrently.map(HUNDRED, item -> -item))
                .isEqualTo(HUNDRED.stream().map(item -> -item).toList());
    }

    @Test
    void begins_nothing_more_once_one_has_failed() {
        AtomicInteger begun = new AtomicInteger();
        assertThatThrownBy(() -> Concurrently.forEach(HUNDRED, item -> {
                    begun.incrementAndGet();
                    throw new IllegalStateException("hangs");
                }))
                .hasMessage("hangs");
        assertThat(begun).hasValueBetween(1, Concurrently.WIDTH);
    }

    @Test
    void reports_the_first_failure_in_the_order_of_the_items() {
        CountDownLatch firstBegun = new CountDownLatch(1);
        CountDownLatch secondFails = new CountDownLatch(1);
        assertThatThrownBy(() -> Concurrently.forEach(List.of(1, 2), item -> {
                    (item == 1 ? firstBegun : secondFails).countDown();
                    await(item == 1 ? secondFails : firstBegun);
                    throw new IllegalStateException("failure " + item);
                }))
                .hasMessage("failure 1");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void says_in_words_that_the_build_is_being_stopped() {
        Thread.currentThread().interrupt();
        CountDownLatch never = new CountDownLatch(1);
        PackagesException stopped = catchThrowableOfType(
                PackagesException.class, () -> Concurrently.forEach(List.of(1, 2), item -> await(never)));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped.id()).isEqualTo(Id.CONNECTION_FAILED);
        assertThat(stopped.reason()).isEqualTo("The build is being stopped.");
    }
}

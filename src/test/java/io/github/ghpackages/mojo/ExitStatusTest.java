package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExitStatusTest {

    private static PackagesException failure(Map<Outcome, Integer> totals, @Nullable PackagesException stop) {
        return catchThrowableOfType(
                PackagesException.class,
                () -> ExitStatus.of(
                        Id.NOT_ALL_DELETED, "deletions", new TreeMap<>(totals), stop, null, ExitStatus.SAME_COMMAND));
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "FAILED", "UNKNOWN", "NOT_ATTEMPTED", "CONFLICT", "EXPIRED"})
    void fails_on(Outcome outcome) {
        PackagesException failure = failure(Map.of(Outcome.DELETED, 5, outcome, 2), null);

        assertThat(failure.id()).isEqualTo(Id.NOT_ALL_DELETED);
        assertThat(failure.tried()).isEqualTo("2 of 7 deletions failed: 2 " + outcome + ".");
        assertThat(failure.reason()).isEqualTo("The report shows the cause of each.");
        assertThat(failure.remedy()).isEqualTo("Fix the cause shown for each, then run the same command again.");
    }

    @ParameterizedTest
    @EnumSource(names = {"DELETED", "ALREADY_GONE", "CHANGED", "RETAINED", "RESTORED", "ALREADY_ACTIVE", "PLANNED"})
    void does_not_fail_on(Outcome outcome) {
        assertThatCode(() -> ExitStatus.of(
                        Id.NOT_ALL_DELETED, "deletions", Map.of(outcome, 2), null, null, ExitStatus.SAME_COMMAND))
                .doesNotThrowAnyException();
    }

    @Test
    void names_each_failure_once() {
        assertThat(failure(Map.of(Outcome.REFUSED, 1, Outcome.FAILED, 2, Outcome.DELETED, 3), null)
                        .tried())
                .isEqualTo("3 of 6 deletions failed: 1 refused, 2 failed.");
    }

    @Test
    void says_why_github_refused_and_what_to_do_about_it() {
        PackagesException refusal =
                new PackagesException(Id.ACCESS_DENIED, "Deleting 1.0 failed.", "No right.", "Use another token.");

        PackagesException failure = catchThrowableOfType(
                PackagesException.class,
                () -> ExitStatus.of(
                        Id.NOT_ALL_DELETED,
                        "deletions",
                        Map.of(Outcome.REFUSED, 2),
                        null,
                        refusal,
                        ExitStatus.SAME_COMMAND));

        assertThat(failure.id()).isEqualTo(Id.NOT_ALL_DELETED);
        assertThat(failure.reason())
                .isEqualTo("The report shows the cause of each. The first refusal (access-denied): No right.");
        assertThat(failure.remedy()).isEqualTo("Use another token. Then run the same command again.");
    }

    @Test
    void shows_what_is_for_the_console_alone_of_a_run_that_was_stopped() {
        PackagesException stop = new PackagesException(
                        Id.SINGLE_SIGN_ON, "Deleting failed.", "Not authorised.", "Do so.")
                .withConsoleOnly("Authorise it at https://github.com/orgs/acme/sso?x=1");

        PackagesException failure = failure(Map.of(Outcome.REFUSED, 1), stop);

        assertThat(failure.consoleOnly()).contains("Authorise it at https://github.com/orgs/acme/sso?x=1");
        assertThat(failure).hasMessageNotContaining("orgs/acme/sso");
    }

    @Test
    void a_run_that_was_stopped_says_by_what_and_how_to_go_on() {
        PackagesException stop = new PackagesException(
                Id.RATE_LIMITED, "Deleting 1.0 failed.", "The limit is used up.", "Wait until 12:00.");

        PackagesException failure = failure(Map.of(Outcome.DELETED, 5, Outcome.NOT_ATTEMPTED, 7), stop);

        assertThat(failure.id()).isEqualTo(Id.RATE_LIMITED);
        assertThat(failure.tried())
                .isEqualTo("The run stopped before all deletions were done (7 not-attempted). Deleting 1.0 failed.");
        assertThat(failure.reason()).isEqualTo("The limit is used up.");
        assertThat(failure.remedy())
                .isEqualTo("Wait until 12:00. Then run the same command again: it continues where it stopped.");
        assertThat(failure.getSuppressed()).containsExactly(stop);
    }

    @Test
    void a_run_that_was_stopped_after_its_last_deletion_says_so() {
        PackagesException stop =
                new PackagesException(Id.JOURNAL_NOT_WRITABLE, "Writing it down failed.", "Full.", "Make room.");

        assertThat(failure(Map.of(Outcome.DELETED, 5), stop).tried())
                .isEqualTo("The run was stopped. Writing it down failed.");
    }
}

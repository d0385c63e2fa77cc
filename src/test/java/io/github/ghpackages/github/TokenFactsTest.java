package io.github.ghpackages.github;

import static io.github.ghpackages.github.Lab.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.stub.Fault;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenFactsTest {

    private final Lab lab = Lab.open();

    @AfterEach
    void stop() {
        lab.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-10-12 09:00:00 UTC, 2027-10-12T09:00:00Z",
        "2027-10-12 09:00:00 Z, 2027-10-12T09:00:00Z",
        "2027-10-12 09:00:00 +0000, 2027-10-12T09:00:00Z",
        "2027-10-12 09:00:00 -0700, 2027-10-12T16:00:00Z",
        "2027-10-12 09:00:00 +02:00, 2027-10-12T07:00:00Z",
        "2027-10-12 09:00:00 PDT,",
        "2027-10-12 09:00:00,",
        "soon,"
    })
    void reads_when_the_token_expires_and_keeps_what_it_can_not_read(String header, @Nullable Instant expiresAt) {
        lab.stub.fault(request -> true, Fault.none().header("GitHub-Authentication-Token-Expiration", header));
        TokenFacts facts = lab.packages.tokenFacts();
        assertThat(facts.expiresAt()).isEqualTo(expiresAt);
        assertThat(facts.expiry()).isEqualTo(header);
    }

    @Test
    void a_suspended_account_is_not_taken_for_nobody() {
        lab.stub.fault(
                request -> request.path().equals("/user"),
                Fault.answer(403, "{\"message\":\"Sorry. Your account was suspended.\"}"));
        PackagesException failure = failure(lab.packages::tokenFacts);
        assertThat(failure.id()).isEqualTo(Id.ACCESS_DENIED);
        assertThat(failure.reason()).isEqualTo("The server answered HTTP 403, 'Sorry. Your account was suspended.'.");
    }

    @Test
    void the_error_for_a_workflow_token_that_may_not_list_packages_says_to_name_them() {
        lab.stub.fault(
                request -> request.path().endsWith("/packages"),
                Fault.answer(400, "{\"message\":\"Invalid argument.\"}"));
        PackagesException failure = failure(() -> lab.packages.packages(ACME, PackageType.MAVEN));
        assertThat(failure.id()).isEqualTo(Id.ACCESS_DENIED);
        assertThat(failure.reason())
                .isEqualTo("The server answered HTTP 400, 'Invalid argument.'. GitHub gives this answer to a"
                        + " GITHUB_TOKEN that lists the packages of an account.");
        assertThat(failure.remedy())
                .isEqualTo("Name the packages exactly, without patterns, or use a personal access token (classic).");
    }

    private static PackagesException failure(ThrowingCallable call) {
        return assertThatExceptionOfType(PackagesException.class)
                .isThrownBy(call)
                .actual();
    }
}

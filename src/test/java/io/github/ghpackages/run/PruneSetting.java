package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.stub.When;
import java.time.Instant;

/** What the tests of prunes share. */
abstract class PruneSetting extends RunSetting {

    static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    void assertNothingSent() {
        assertThat(scene.stub().count(When.method("GET").negate())).isZero();
        assertThat(scene.journalFile().resolveSibling("journal-0.jsonl")).doesNotExist();
    }

    PackagesException failure(TargetPackage target) {
        return assertThatExceptionOfType(PackagesException.class)
                .isThrownBy(() -> scene.prune(Scene.keepReleases(1), target))
                .actual();
    }
}

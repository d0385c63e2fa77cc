package io.github.ghpackages.retention;

import io.github.ghpackages.VersionKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keep the versions of a kind that are younger than an age. What can't be dated stays. Beside a count of the same kind, a version
 * stays that either of the two keeps.
 */
final class KeepNewerThan implements Rule {

    private final VersionKind kind;
    private final Age age;
    private final PackageHistory history;
    private final Instant now;

    KeepNewerThan(VersionKind kind, Age age, PackageHistory history, Instant now) {
        this.kind = kind;
        this.age = age;
        this.history = history;
        this.now = now;
    }

    @Override
    public @Nullable Finding judge(Candidate candidate) {
        if (candidate.kind() != kind) {
            return null;
        }
        String rule = Words.ageParameter(kind);
        String parameter = " (" + rule + "=" + age + ")";
        LastChange change = LastChange.of(candidate, history);
        Instant cutOff = age.before(now);
        Instant latest = change.latestKnown();
        if (latest != null && (latest.isAfter(cutOff) || change.isKnownNotAfter(cutOff))) {
            return new Finding(
                    latest.isAfter(cutOff) ? Finding.Effect.KEEP : Finding.Effect.LET_GO,
                    rule,
                    "last changed " + Words.span(latest, now) + " ago" + parameter);
        }
        return new Finding(Finding.Effect.KEEP, rule, "its age is unknown, since " + change.missing() + parameter);
    }
}

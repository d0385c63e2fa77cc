package io.github.ghpackages.retention;

import io.github.ghpackages.ServerTime;
import io.github.ghpackages.VersionKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keep the versions of a kind that are younger than an age. What can't be dated stays. Beside a count of the same kind, a version
 * stays that either of the two keeps.
 */
final class KeepNewerThan implements Rule {

    private final VersionKind kind;
    private final PackageHistory history;
    private final Instant cutOff;
    private final String rule;
    private final String parameter;
    private final ServerTime now;

    KeepNewerThan(VersionKind kind, Age age, PackageHistory history, ServerTime now) {
        this.kind = kind;
        this.history = history;
        this.now = now;
        this.cutOff = age.before(now.now());
        this.rule = Words.ageParameter(kind);
        this.parameter = " (" + rule + "=" + age + ")";
    }

    @Override
    public @Nullable Finding judge(RankedVersion candidate) {
        if (candidate.kind() != kind) {
            return null;
        }
        LastChange change = LastChange.of(candidate, history, now);
        Instant latest = change.latestKnown();
        if (latest != null && (latest.isAfter(cutOff) || change.isKnownNotAfter(cutOff))) {
            return new Finding(
                    latest.isAfter(cutOff) ? Finding.Effect.KEEP : Finding.Effect.LET_GO,
                    rule,
                    "last changed " + Words.span(latest, now.now()) + " ago" + parameter);
        }
        return new Finding(Finding.Effect.KEEP, rule, "its age is unknown, since " + change.missing() + parameter);
    }
}

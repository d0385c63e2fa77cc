package io.github.ghpackages.retention;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.Result;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen to one version, and why.
 *
 * @param version the version judged
 * @param cause what decided
 * @param why in plain words, such as {@code 3rd newest of 5 releases (keepReleases=3)}
 * @param hasPlace whether it has one of the places that a count grants
 * @param calledOff the outcome of a deletion that was called off before it was sent; null for other verdicts
 */
public record Verdict(
        PackageVersion version,
        Decision decision,
        Cause cause,
        Reason why,
        boolean hasPlace,
        @Nullable Result calledOff) {

    /** What is to happen. */
    public enum Decision {
        KEEP,
        DELETE,
        /** A stored plan deletes it, but it has changed since or is gone: nothing is sent. */
        CALLED_OFF
    }

    /** A version that is kept. */
    static Verdict keep(PackageVersion version, Cause cause, Reason why) {
        return new Verdict(version, Decision.KEEP, cause, why, false, null);
    }

    /** A version that is kept. */
    public static Verdict keep(PackageVersion version, Cause cause, String fact) {
        return keep(version, cause, Reason.of(fact));
    }

    /** A version that is deleted. */
    static Verdict delete(PackageVersion version, Cause cause, Reason why) {
        return new Verdict(version, Decision.DELETE, cause, why, false, null);
    }

    /** A version that is deleted. */
    public static Verdict delete(PackageVersion version, Cause cause, String fact) {
        return delete(version, cause, Reason.of(fact));
    }

    /** This deletion, called off. */
    public Verdict calledOff(Result outcome) {
        return new Verdict(version, Decision.CALLED_OFF, cause, why, false, outcome);
    }

    /** This verdict on a version that has one of the places that a count grants. */
    public Verdict withPlace() {
        return new Verdict(version, decision, cause, why, true, calledOff);
    }

    /** The version is kept after all. */
    Verdict keptInstead(Cause by, String because) {
        return keep(version, by, because);
    }

    /** Whether its deletion is to be sent. */
    public boolean delete() {
        return decision == Decision.DELETE;
    }

    /** Whether its deletion was planned, even if it was called off. */
    public boolean isPlannedDeletion() {
        return decision != Decision.KEEP;
    }

    /** Whether it is there and will be there after the run. */
    boolean stays() {
        return !delete() && isActive();
    }

    boolean isActive() {
        return version.state() == State.ACTIVE;
    }

    /** Whether it stays and has one of the places of a count: if it turns out to be gone, another version was counted out wrongly. */
    public boolean keptByCount() {
        return hasPlace && !isPlannedDeletion();
    }

    /** Why, in plain words. */
    public String reason() {
        return why.toString();
    }

    /** The name of what decided, for reports. */
    public String rule() {
        return cause.rule();
    }
}

package io.github.ghpackages.run;

import io.github.ghpackages.PackageDetails;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.Result;
import io.github.ghpackages.ServerTime;
import io.github.ghpackages.files.StateFile.Entry;
import io.github.ghpackages.files.StateFile.State;
import io.github.ghpackages.retention.Cause;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Planner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the packages that need not be listed again, and follows a run to know them next time. A package counts as unchanged if the
 * owner's list shows it as it was when nothing of it was to be deleted, and if no age can come due before it is checked again.
 * GitHub does not document that every change moves {@code updated_at}, so each package is checked after some days whatever the list
 * says. A package that is wrongly taken as unchanged keeps versions for so long; nothing is deleted because of it.
 */
public final class UnchangedPackages implements RunListener {

    /** The server's dates are of whole seconds, and its clocks differ a little. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final State known;
    private final Map<PackageRef, PackageDetails> listed;
    private final Planner planner;
    private final Duration maxAge;
    private final ServerTime now;
    private final Map<PackageRef, Entry> next = new HashMap<>();

    /**
     * What is known before a run.
     *
     * @param listed what the owner's list shows, by package
     * @param planner judges one package by the policy of the run
     * @param maxAge after which time a package is checked again in any case
     */
    public UnchangedPackages(
            State known, Map<PackageRef, PackageDetails> listed, Planner planner, Duration maxAge, ServerTime now) {
        this.known = known;
        this.listed = Map.copyOf(listed);
        this.planner = planner;
        this.maxAge = maxAge;
        this.now = now;
    }

    /** The packages that must be listed. */
    public List<TargetPackage> changed(List<TargetPackage> targets) {
        List<TargetPackage> changed = new ArrayList<>();
        for (TargetPackage target : targets) {
            Entry entry = known.packages().get(target.ref());
            if (entry != null && isUnchanged(entry, listed.get(target.ref()))) {
                next.put(target.ref(), entry);
            } else {
                changed.add(target);
            }
        }
        return changed;
    }

    private boolean isUnchanged(Entry entry, @Nullable PackageDetails details) {
        Instant checkedAt = entry.checkedAt();
        // A check in the future is of another clock, so it proves nothing.
        boolean isRecent = !checkedAt.isAfter(now.earlier().plus(TOLERANCE))
                && checkedAt.plus(maxAge).isAfter(now.now());
        return isRecent
                && now.isCertain()
                && details != null
                && entry.updatedAt().equals(details.updatedAt())
                && Long.valueOf(entry.versionCount()).equals(details.versionCount());
    }

    @Override
    public void done(PackagePlan plan, Map<Long, Result> results) {
        PackageRef ref = plan.history().ref();
        PackageDetails details = listed.get(ref);
        if (details != null
                && details.updatedAt() != null
                && details.versionCount() != null
                && now.isCertain()
                && nothingToDelete(plan)
                && !dependsOnPoms(plan)
                && !dependsOnMoreThanPackage(plan)
                && nothingComesDue(plan)) {
            next.put(ref, new Entry(details.updatedAt(), details.versionCount(), now.earlier()));
        }
    }

    private static boolean nothingToDelete(PackagePlan plan) {
        return plan.plannedDeletions().isEmpty();
    }

    /** A pom may stop referencing a version without any change to its package. */
    private static boolean dependsOnPoms(PackagePlan plan) {
        return plan.verdicts().stream().anyMatch(verdict -> verdict.cause() == Cause.Step.GUARD);
    }

    /** A branch may go without any change to the package. */
    private boolean dependsOnMoreThanPackage(PackagePlan plan) {
        return planner.limits().rules().stream()
                .anyMatch(rule ->
                        plan.verdicts().stream().anyMatch(verdict -> rule.dependsOnMoreThanPackage(verdict.version())));
    }

    /** The same versions, judged when they must be checked again in any case. */
    private boolean nothingComesDue(PackagePlan plan) {
        ServerTime then = new ServerTime(now.now().plus(maxAge), now.local().plus(maxAge));
        return planner.plan(List.of(plan.history()), then).packages().stream()
                .allMatch(UnchangedPackages::nothingToDelete);
    }

    /** What is known after the run: of the packages that it did not reach, nothing. */
    public State next() {
        return new State(known.policy(), next);
    }
}

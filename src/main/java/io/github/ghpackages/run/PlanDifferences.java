package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.Result;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.files.StoredPlan.StoredPackage;
import io.github.ghpackages.files.StoredPlan.StoredVersion;
import io.github.ghpackages.retention.Cause;
import io.github.ghpackages.retention.Cause.Step;
import io.github.ghpackages.retention.DeleteReleasedSnapshots;
import io.github.ghpackages.retention.PackageHistory;
import io.github.ghpackages.retention.Verdict;
import io.github.ghpackages.retention.VersionOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The verdicts of a stored plan on one package, compared with what the registry has now. */
final class PlanDifferences {

    private final StoredPackage planned;
    private final PackageHistory now;
    private final Map<Long, PackageVersion> fresh;

    PlanDifferences(StoredPackage planned, PackageHistory now) {
        this.planned = planned;
        this.now = now;
        this.fresh = now.versions().stream()
                .collect(Collectors.toMap(PackageVersion::id, version -> version, (one, same) -> one));
    }

    /** The verdicts of the plan, newest first; what it deletes and has changed since is called off. */
    List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        Map<Long, StoredVersion> gone = new LinkedHashMap<>();
        planned.versions().forEach(version -> gone.put(version.id(), version));
        for (PackageVersion version : VersionOrder.newestFirst(now.versions())) {
            StoredVersion stored = gone.remove(version.id());
            verdicts.add(
                    stored == null
                            ? Verdict.keep(version, Step.NOT_IN_PLAN, AppliedPlan.NOT_IN_PLAN)
                            : verdict(stored, version));
        }
        Optional<StoredVersion> lost = gone.values().stream()
                .filter(version -> version.keptByCount() && !version.delete())
                .findFirst();
        if (lost.isPresent()) {
            Result result = changed(lost.get().name() + ", which the plan counted among the newest, is gone");
            verdicts.replaceAll(verdict -> verdict.isPlannedDeletion() ? verdict.calledOff(result) : verdict);
        }
        gone.values().stream()
                .filter(StoredVersion::delete)
                .forEach(stored -> verdicts.add(Verdict.delete(gone(stored), cause(stored), stored.reason())
                        .calledOff(Result.of(Outcome.ALREADY_GONE))));
        return verdicts;
    }

    private Verdict verdict(StoredVersion stored, PackageVersion found) {
        if (!stored.delete()) {
            Verdict kept = Verdict.keep(found, cause(stored), stored.reason());
            return stored.keptByCount() ? kept.withPlace() : kept;
        }
        Verdict deletion = Verdict.delete(found, cause(stored), stored.reason());
        Result difference = difference(stored, found);
        return difference == null ? deletion : deletion.calledOff(difference);
    }

    private static Cause cause(StoredVersion stored) {
        return Cause.ofStored(stored.rule());
    }

    private static PackageVersion gone(StoredVersion version) {
        return new PackageVersion(version.id(), version.name(), State.DELETED, null, version.updatedAt(), null, null);
    }

    private @Nullable Result difference(StoredVersion version, PackageVersion found) {
        if (!version.name().equals(found.name())) {
            return changed("it is now called " + found.name());
        }
        if (!Objects.equals(version.updatedAt(), found.updatedAt())) {
            return changed("GitHub's date of it has changed since the plan was made");
        }
        Optional<String> lostRelease = DeleteReleasedSnapshots.releaseThatDeleted(cause(version), found)
                .filter(this::isLost);
        if (lostRelease.isPresent()) {
            return changed(VersionKind.of(lostRelease.get()) + " " + lostRelease.get()
                    + ", the reason for its deletion, is gone");
        }
        return found.kind() == VersionKind.SNAPSHOT
                ? TargetPackage.redeployed(version.snapshot(), now.snapshots().get(version.id()))
                        .orElse(null)
                : null;
    }

    /** Whether the plan keeps a version of this name, and it is not there any more. */
    private boolean isLost(String name) {
        return planned.versions().stream()
                .anyMatch(version ->
                        version.name().equals(name) && !version.delete() && !fresh.containsKey(version.id()));
    }

    private static Result changed(String why) {
        return new Result(Outcome.CHANGED, why);
    }
}

package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.Result;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.files.StoredPlan.StoredPackage;
import io.github.ghpackages.files.StoredPlan.StoredVersion;
import io.github.ghpackages.retention.DeleteReleasedSnapshots;
import io.github.ghpackages.retention.PackageHistory;
import io.github.ghpackages.text.SafeText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what a plan deletes of one package with what the registry has now. */
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

    /** The planned deletions that must not be sent, by id, with the reason. */
    Map<Long, Result> find() {
        Map<Long, Result> differences = new LinkedHashMap<>();
        Optional<StoredVersion> lost = planned.versions().stream()
                .filter(version -> version.keptByCount() && !version.delete() && !fresh.containsKey(version.id()))
                .findFirst();
        for (StoredVersion version : planned.versions()) {
            if (version.delete()) {
                PackageVersion found = fresh.get(version.id());
                Result difference = found == null
                        ? Result.of(Outcome.ALREADY_GONE)
                        : lost.map(gone -> changed(SafeText.harmless(gone.name())
                                        + ", which the plan counted among the newest, is gone"))
                                .orElseGet(() -> difference(version, found));
                if (difference != null) {
                    differences.put(version.id(), difference);
                }
            }
        }
        return differences;
    }

    private @Nullable Result difference(StoredVersion version, PackageVersion found) {
        if (!version.name().equals(found.name())) {
            return changed("it is called " + SafeText.harmless(found.name()) + " now");
        }
        if (!Objects.equals(version.updatedAt(), found.updatedAt())) {
            return changed("GitHub's date of it has moved since the plan was made");
        }
        Optional<String> lostRelease = DeleteReleasedSnapshots.releaseThatDeleted(version.rule(), version.name())
                .filter(this::isLost);
        if (lostRelease.isPresent()) {
            return changed(VersionKind.of(lostRelease.get()) + " " + SafeText.harmless(lostRelease.get())
                    + ", because of which it was to go, is gone");
        }
        return found.kind() == VersionKind.SNAPSHOT
                ? Redeploys.between(version.snapshot(), now.snapshots().get(version.id()))
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

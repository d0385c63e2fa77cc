package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.Result;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.journal.StoredPlan.StoredPackage;
import io.github.ghpackages.journal.StoredPlan.StoredVersion;
import io.github.ghpackages.retention.PackageHistory;
import io.github.ghpackages.retention.SnapshotMetadata;
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
                Result difference = lost.isPresent()
                        ? changed(lost.get().name() + ", which the plan counted among the newest, is gone")
                        : difference(version, fresh.get(version.id()));
                if (difference != null) {
                    differences.put(version.id(), difference);
                }
            }
        }
        return differences;
    }

    private @Nullable Result difference(StoredVersion version, @Nullable PackageVersion found) {
        if (found == null) {
            return Result.of(Outcome.ALREADY_GONE);
        }
        if (!version.name().equals(found.name())) {
            return changed("it is called " + found.name() + " now");
        }
        if (!Objects.equals(version.updatedAt(), found.updatedAt())) {
            return changed("GitHub's date of it has moved since the plan was made");
        }
        SnapshotMetadata metadata = now.snapshots().get(version.id());
        if (found.kind() == VersionKind.SNAPSHOT && metadata == null) {
            return changed(
                    "its maven-metadata.xml can't be read, so a deploy since the plan was made can't be ruled out");
        }
        return Objects.equals(version.snapshot(), metadata)
                ? null
                : changed("it was deployed again since the plan was made");
    }

    private static Result changed(String why) {
        return new Result(Outcome.CHANGED, why);
    }
}

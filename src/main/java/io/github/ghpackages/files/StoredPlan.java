package io.github.ghpackages.files;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.SnapshotMetadata;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Plan;
import io.github.ghpackages.retention.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a dry run stores it, to be carried out in another build.
 *
 * @param pluginVersion which plugin made it
 * @param createdAt when, by the server's time
 * @param policy the parameters that decided, by name
 * @param packages what is to become of them
 * @param stops why the plan must not be carried out as it is; empty when it may be
 */
public record StoredPlan(
        String pluginVersion,
        Instant createdAt,
        Map<String, PolicyValue> policy,
        List<StoredPackage> packages,
        List<String> stops) {

    /**
     * One package of a plan, with the API and the owner for which alone the plan was made.
     *
     * @param ref the package
     * @param deletePackage whether the whole package is deleted
     * @param versions newest first
     */
    public record StoredPackage(PackageRef ref, boolean deletePackage, List<StoredVersion> versions) {}

    /**
     * One verdict of a plan, with what must be unchanged when it is carried out.
     *
     * @param id GitHub's numeric id
     * @param name the Maven version
     * @param updatedAt GitHub's last change; null when GitHub did not say
     * @param delete whether it goes
     * @param rule the rule that decided
     * @param reason in plain words
     * @param keptByCount whether its place among the newest is what keeps it
     * @param snapshot what the snapshot's own metadata said; null for others and where it was not looked up
     */
    public record StoredVersion(
            long id,
            String name,
            @Nullable Instant updatedAt,
            boolean delete,
            String rule,
            String reason,
            boolean keptByCount,
            @Nullable SnapshotMetadata snapshot) {}

    /** What is to be stored of a plan. */
    public static StoredPlan of(String pluginVersion, Instant createdAt, Map<String, PolicyValue> policy, Plan plan) {
        var packages = plan.packages().stream().map(StoredPlan::stored).toList();
        var stops =
                Stream.concat(plan.stops().stream(), plan.liveStops().stream()).toList();
        return new StoredPlan(pluginVersion, createdAt, policy, packages, stops);
    }

    private static StoredPackage stored(PackagePlan plan) {
        var snapshots = plan.history().snapshots();
        var versions = plan.verdicts().stream()
                .map(verdict -> stored(verdict, snapshots.get(verdict.version().id())))
                .toList();
        return new StoredPackage(plan.history().ref(), plan.deletePackage(), versions);
    }

    private static StoredVersion stored(Verdict verdict, @Nullable SnapshotMetadata snapshot) {
        var version = verdict.version();
        return new StoredVersion(
                version.id(),
                version.name(),
                version.updatedAt(),
                verdict.delete(),
                verdict.rule(),
                verdict.reason(),
                verdict.keptByCount(),
                snapshot);
    }
}

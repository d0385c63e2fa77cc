package io.github.ghpackages.run;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.Result;
import io.github.ghpackages.files.StoredPlan.StoredPackage;
import io.github.ghpackages.files.StoredPlan.StoredVersion;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The verdicts of an earlier plan, in the light of what has changed since. */
final class PlannedVerdicts {

    private PlannedVerdicts() {}

    /** What of the plan still holds, by id; what differs stays. */
    static Map<Long, Verdict> toJudgeBy(StoredPackage planned, Map<Long, Result> differences) {
        Map<Long, Verdict> verdicts = new HashMap<>();
        for (StoredVersion version : planned.versions()) {
            Result difference = differences.get(version.id());
            verdicts.put(
                    version.id(),
                    difference == null
                            ? verdict(version, gone(version), version.delete())
                            : new Verdict(
                                    gone(version),
                                    false,
                                    "applyPlan",
                                    Objects.requireNonNullElse(difference.message(), "it is gone"),
                                    false));
        }
        return verdicts;
    }

    /** The plan as it is carried out, and with it, as planned deletions, what is left alone because it differs. */
    static PackagePlan toReport(StoredPackage planned, PackagePlan plan, Map<Long, Result> differences) {
        Map<Long, StoredVersion> different = new HashMap<>();
        planned.versions().stream()
                .filter(version -> differences.containsKey(version.id()))
                .forEach(version -> different.put(version.id(), version));
        List<Verdict> verdicts = new ArrayList<>();
        for (Verdict verdict : plan.verdicts()) {
            StoredVersion asPlanned = different.remove(verdict.version().id());
            verdicts.add(asPlanned == null ? verdict : verdict(asPlanned, verdict.version(), true));
        }
        planned.versions().stream()
                .filter(version -> different.containsKey(version.id()))
                .forEach(version -> verdicts.add(verdict(version, gone(version), true)));
        return new PackagePlan(plan.history(), verdicts, plan.deletePackage());
    }

    private static Verdict verdict(StoredVersion planned, PackageVersion version, boolean delete) {
        return new Verdict(version, delete, planned.rule(), planned.reason(), planned.keptByCount() && !delete);
    }

    private static PackageVersion gone(StoredVersion version) {
        return new PackageVersion(version.id(), version.name(), State.DELETED, null, version.updatedAt(), null, null);
    }
}

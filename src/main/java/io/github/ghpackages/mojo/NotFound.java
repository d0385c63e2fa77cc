package io.github.ghpackages.mojo;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Result;
import io.github.ghpackages.report.RestoreReport.Restored;
import io.github.ghpackages.run.MissingPackages;
import io.github.ghpackages.run.RestoreSelection;
import io.github.ghpackages.run.TargetPackage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a restore was asked for and that no package has.
 *
 * @param rows in the report, by package
 * @param reasons in a sentence each
 * @param notSeen the packages that GitHub does not show
 */
record NotFound(Map<PackageRef, List<Restored>> rows, List<String> reasons, MissingPackages notSeen) {

    private static final String LOOK = "To see what can be restored, run list-versions -Dghpackages.state=deleted";

    /** Nothing is missing. */
    NotFound() {
        this(Map.of(), List.of(), new MissingPackages(List.of()));
    }

    /** A name is missing in each of the packages; an id belongs to one package, so it is missing once. */
    static NotFound by(RestoreSelection selection, List<TargetPackage> targets, List<String> names, List<Long> ids) {
        Map<PackageRef, List<Restored>> rows = new LinkedHashMap<>();
        List<String> missingNames = selection.namesNotFound(names);
        for (TargetPackage target : targets) {
            for (String name : missingNames) {
                add(rows, target, null, name, "no deleted version with this name", selection);
            }
        }
        List<Long> missingIds = selection.idsNotFound(ids);
        String where = targets.size() > 1 ? " in any of the " + targets.size() + " packages" : "";
        for (TargetPackage target : targets.stream().limit(1).toList()) {
            for (Long id : missingIds) {
                add(rows, target, id, String.valueOf(id), "no version with this id" + where, selection);
            }
        }
        List<String> reasons = new ArrayList<>();
        missingNames.forEach(name -> reasons.add("No package has a deleted version " + name + "."));
        missingIds.forEach(id -> reasons.add("No package has a version with the id " + id + "."));
        return new NotFound(rows, reasons, selection.notSeen());
    }

    private static void add(
            Map<PackageRef, List<Restored>> rows,
            TargetPackage target,
            @Nullable Long id,
            String name,
            String what,
            RestoreSelection selection) {
        String why = selection.whyNotSeen(target);
        rows.computeIfAbsent(target.ref(), ref -> new ArrayList<>())
                .add(new Restored(id, name, new Result(Outcome.FAILED, why.isEmpty() ? what : what + ". " + why)));
    }

    /** How many rows of the report are about what is missing. */
    int count() {
        return rows.values().stream().mapToInt(List::size).sum();
    }

    /** What to do about it. */
    String remedy() {
        return (notSeen.remedy() + " " + LOOK).strip();
    }

    /** The failure of a restore that has selected nothing. */
    PackagesException nothingSelected() {
        return new PackagesException(
                Id.NOTHING_SELECTED,
                "Restoring failed.",
                ("No deleted version was selected. " + notSeen.words()).strip(),
                remedy());
    }
}

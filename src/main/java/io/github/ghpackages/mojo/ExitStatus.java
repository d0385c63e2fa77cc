package io.github.ghpackages.mojo;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.retention.ExactVersions;
import io.github.ghpackages.retention.Plan;
import io.github.ghpackages.run.MissingPackages;
import io.github.ghpackages.run.OwnerRun;
import io.github.ghpackages.run.Restore;
import io.github.ghpackages.run.TimeLimit;
import io.github.ghpackages.text.English;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The exit status of a run that changes something. */
final class ExitStatus {

    /** How to go on after most runs: what is done is not listed any more, so it is not done again. */
    static final String SAME_COMMAND = "run the same command again";

    /** How to go on after a run whose journal has a name: a journal is never overwritten. */
    static final String ANOTHER_JOURNAL =
            SAME_COMMAND + " with another journal file, because this one is needed to undo what was done";

    /** How to go on after a restore by age: counted from a later time, the same age selects less. */
    static final String LONGER_AGE = SAME_COMMAND + " with a deletedSince that is longer by the time since this run";

    private ExitStatus() {}

    /**
     * Fails where anything failed.
     *
     * @param id for a run that came to its end
     * @param what {@code deletions} or {@code restores}
     * @param stop what ended the run before all was attempted; null where nothing did
     * @param refusal why GitHub refused one of them; null where it refused none, or its words say all
     * @param again how to go on
     */
    static void of(
            Id id,
            String what,
            Map<Outcome, Integer> totals,
            @Nullable PackagesException stop,
            @Nullable PackagesException refusal,
            String again) {
        String failures = failures(totals);
        if (stop != null) {
            throw stopped(what, failures, stop, again);
        }
        if (!failures.isEmpty()) {
            throw new PackagesException(
                    id,
                    failed(what, totals),
                    "The report shows the cause of each." + first(refusal),
                    remedy(refusal, again),
                    refusal);
        }
    }

    /** {@code 3 of 40 deletions failed: 1 refused, 2 unknown.} */
    static String failed(String what, Map<Outcome, Integer> totals) {
        int all = totals.values().stream().mapToInt(Integer::intValue).sum();
        return count(totals) + " of " + all + " " + what + " failed: " + failures(totals) + ".";
    }

    /** How many failed. */
    static int count(Map<Outcome, Integer> totals) {
        return totals.entrySet().stream()
                .filter(entry -> entry.getKey().isFailure())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** What to do about failures of which each has its own cause. */
    static String remedy(@Nullable PackagesException refusal, String again) {
        return (refusal == null ? "Fix the cause shown for each, then " : refusal.remedy() + " Then ") + again + ".";
    }

    /** {@code 1 refused, 2 unknown}; empty where nothing failed. */
    static String failures(Map<Outcome, Integer> totals) {
        return totals.entrySet().stream()
                .filter(entry -> entry.getKey().isFailure())
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    /** Why GitHub refused the first one, to go on after a sentence. */
    static String first(@Nullable PackagesException refusal) {
        return refusal == null ? "" : " The first refusal (" + refusal.id() + "): " + refusal.reason();
    }

    /** A warning for each outcome that a person should look at although the build goes on. */
    static List<String> warnings(Map<Outcome, Integer> totals) {
        return totals.entrySet().stream()
                .filter(total -> total.getKey().isWarning())
                .map(total -> total.getValue() + " of the planned deletions: " + total.getKey() + ".")
                .toList();
    }

    /** The totals of a run that its time limit ended: what was not attempted is no failure then. */
    static Map<Outcome, Integer> withoutNotAttempted(Map<Outcome, Integer> totals) {
        Map<Outcome, Integer> attempted = new EnumMap<>(Outcome.class);
        attempted.putAll(totals);
        attempted.remove(Outcome.NOT_ATTEMPTED);
        return attempted;
    }

    /** A warning if the time limit ended the run. */
    static Optional<String> outOfTime(TimeLimit limit, Map<Outcome, Integer> totals) {
        int left = totals.getOrDefault(Outcome.NOT_ATTEMPTED, 0);
        return limit.hasEndedRun()
                ? Optional.of("maxDuration ended the run"
                        + (left == 0 ? "." : ": " + English.count(left, "deletion") + " not attempted.")
                        + " Run the same command again to go on.")
                : Optional.empty();
    }

    /** The failure of a run over several packages, of which some could not be read. */
    static PackagesException packagesFailed(List<OwnerRun.Failed> failed, int all) {
        OwnerRun.Failed first = failed.get(0);
        return new PackagesException(
                first.why().id(),
                failed.size() + " of " + English.count(all, "package") + " failed.",
                "The first: " + first.why().tried() + " " + first.why().reason(),
                first.why().remedy() + " Nothing was deleted of the packages that failed; the warnings name them.",
                first.why());
    }

    /** The failure of a run over several packages, of which some have a plan that must not be carried out. */
    static PackagesException plansStopped(List<String> stops) {
        return new PackagesException(
                Id.PLAN_STOPPED,
                "Carrying out " + English.count(stops.size(), "plan") + " was stopped before the first deletion.",
                stops.get(0) + (stops.size() > 1 ? " The report shows the others." : ""),
                "Look at the plan above, then change the policy or the tripwire. Nothing was deleted of these packages.");
    }

    /** The failure of a run whose plan must not be carried out. */
    static PackagesException planStopped(List<String> stops) {
        return new PackagesException(
                Id.PLAN_STOPPED,
                "Carrying out the plan was stopped before the first deletion.",
                String.join(" ", stops),
                "Look at the plan above, then change the policy or the tripwire. Nothing was deleted.");
    }

    /** The failure of a deletion by name or id that deletes nothing: because nothing is there, or because what is there stays. */
    static PackagesException nothingToDelete(Plan plan, MissingPackages notSeen) {
        List<String> staying = plan.packages().stream()
                .flatMap(ofPackage -> ofPackage.verdicts().stream()
                        .filter(ExactVersions::isNamed)
                        .map(verdict -> verdict.version().name() + " of "
                                + ofPackage.history().ref().name() + ", " + verdict.reason()))
                .toList();
        String more = staying.size() > 1 ? ", and " + (staying.size() - 1) + " more" : "";
        return new PackagesException(
                Id.NOTHING_SELECTED,
                "Deleting failed.",
                staying.isEmpty()
                        ? ("None of the requested versions exists. " + notSeen.words()).strip()
                        : "The requested versions exist but are kept: " + staying.get(0) + more + ".",
                staying.isEmpty()
                        ? ("To see what exists, run list-versions. " + notSeen.remedy()).strip()
                        : "The report shows why each version is kept.");
    }

    /** The failure of an explanation of a version that no package has. */
    static PackagesException nothingToExplain(String version, MissingPackages notSeen) {
        return new PackagesException(
                Id.NOTHING_SELECTED,
                "Explaining version " + version + " failed.",
                ("No package has an active version of exactly this name. " + notSeen.words()).strip(),
                ("To see what exists, run list-versions. " + notSeen.remedy()).strip());
    }

    /** The failure of a run because of the packages that were named and do not exist. */
    static PackagesException missing(String operation, MissingPackages notSeen) {
        return new PackagesException(
                Id.PACKAGE_NOT_FOUND,
                "The " + operation + " failed before the first deletion.",
                notSeen.words(),
                (notSeen.remedy() + " Correct the names in packages. Nothing was deleted.").strip());
    }

    /** The failure of a restore by age before anything was sent. */
    static PackagesException beforeRestoreByAge(PackagesException e) {
        return handedOn(e, e.tried(), " Then " + LONGER_AGE + ".");
    }

    static PackagesException stopped(String what, String failures, PackagesException stop, String again) {
        String run = failures.isEmpty()
                ? "The run was stopped. "
                : "The run stopped before all " + what + " were done (" + failures + "). ";
        return handedOn(stop, run + stop.tried(), " Then " + again + ": it continues where it stopped.");
    }

    private static PackagesException handedOn(PackagesException e, String tried, String alsoToDo) {
        PackagesException other = new PackagesException(e.id(), tried, e.reason(), e.remedy() + alsoToDo, e);
        return e.consoleOnly().map(other::withConsoleOnly).orElse(other);
    }

    /**
     * Fails if any restore failed. Each kind of failure has its own reason and remedy: the same command again does not help for a
     * version that is expired or was not found.
     *
     * @param notFound what was asked for and is in no package; it is among the totals
     * @param again how to go on after a failure that may pass
     */
    static void ofRestore(Map<Outcome, Integer> totals, Restore restore, NotFound notFound, String again) {
        PackagesException stop = restore.stop();
        if (stop != null) {
            throw stopped("restores", failures(totals), stop, again);
        }
        if (count(totals) == 0) {
            return;
        }
        int expired = totals.getOrDefault(Outcome.EXPIRED, 0);
        int conflicts = totals.getOrDefault(Outcome.CONFLICT, 0);
        List<String> reasons = new ArrayList<>(notFound.reasons());
        List<String> remedies = new ArrayList<>();
        if (notFound.count() > 0) {
            remedies.add(notFound.remedy() + ".");
        }
        if (expired > 0) {
            reasons.add("GitHub keeps a deleted version for 30 days, and for " + expired + " that time is over.");
            remedies.add("An expired version can't be restored: build and publish it again.");
        }
        if (conflicts > 0) {
            reasons.add("For " + conflicts + ", a live version or package with the same name is in the way.");
            remedies.add("Delete what is in the way, then " + again + ".");
        }
        PackagesException refusal = restore.refusal();
        if (count(totals) > expired + conflicts + notFound.count()) {
            reasons.add("The report shows the cause of each." + first(refusal));
            remedies.add(remedy(refusal, again));
        }
        throw new PackagesException(
                Id.NOT_ALL_RESTORED,
                failed("restores", totals),
                String.join(" ", reasons),
                String.join(" ", remedies),
                refusal);
    }
}

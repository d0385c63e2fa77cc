package io.github.ghpackages.run;

import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.files.JournalEntry;
import io.github.ghpackages.files.LaterRuns;
import io.github.ghpackages.retention.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the versions of a package that a restore is meant for. */
public final class RestoreSelection {

    static final Comparator<PackageVersion> LAST_DELETED_FIRST = Comparator.comparing(
                    PackageVersion::deletedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(PackageVersion::id)
            .reversed();

    private final Set<String> namesFound = new LinkedHashSet<>();
    private final Set<Long> idsFound = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Map<PackageRef, TargetPackage> notSeen = new LinkedHashMap<>();
    private final Map<Long, String> deletedAgain = new LinkedHashMap<>();

    /** What a person should know of the selection. */
    public List<String> warnings() {
        List<String> all = new ArrayList<>(warnings);
        if (!notSeen.isEmpty()) {
            all.addAll(notSeen().warnings());
            all.add("A package that was deleted whole is restored from the journal of that run.");
        }
        return all;
    }

    /** The packages that GitHub does not show; what a journal names is not among them. */
    public MissingPackages notSeen() {
        return new MissingPackages(List.copyOf(notSeen.values()));
    }

    /** What to say of this package where GitHub does not show it; else empty. */
    public String whyNotSeen(TargetPackage target) {
        return notSeen.containsKey(target.ref()) ? new MissingPackages(List.of(target)).words() : "";
    }

    /** What a journal names and was certainly deleted again since, by id: in a few words, which version it is. */
    public Map<Long, String> deletedAgain() {
        return deletedAgain;
    }

    /** Of these names, those that no package had. */
    public List<String> namesNotFound(List<String> names) {
        return names.stream().filter(name -> !namesFound.contains(name)).toList();
    }

    /** Of these ids, those that no package had. */
    public List<Long> idsNotFound(List<Long> ids) {
        return ids.stream().filter(id -> !idsFound.contains(id)).toList();
    }

    /**
     * Deleted versions by name; of several with one name, the one that was deleted last. A live one counts where it is named
     * literally and there is no deleted one that could come back.
     */
    public List<PackageVersion> byName(TargetPackage target, Selection wanted) {
        Map<String, PackageVersion> byName = new LinkedHashMap<>();
        for (PackageVersion version : lastDeletedOfEachName(listed(target, State.DELETED))) {
            if (wanted.matches(version.name())) {
                byName.put(version.name(), version);
            }
        }
        Set<String> literals = Set.copyOf(wanted.literals());
        for (PackageVersion version : listed(target, State.ACTIVE)) {
            if (literals.contains(version.name())) {
                byName.merge(
                        version.name(),
                        version,
                        (deleted, live) -> Restore.isExpired(deleted.deletedAt(), target) ? live : deleted);
            }
        }
        namesFound.addAll(byName.keySet());
        return List.copyOf(byName.values());
    }

    /** Versions by id, deleted or live. */
    public List<PackageVersion> byId(TargetPackage target, List<Long> ids) {
        Map<Long, PackageVersion> found = new LinkedHashMap<>();
        for (State state : List.of(State.DELETED, State.ACTIVE)) {
            listed(target, state).stream()
                    .filter(version -> ids.contains(version.id()))
                    .forEach(version -> found.put(version.id(), version));
        }
        idsFound.addAll(found.keySet());
        return List.copyOf(found.values());
    }

    /** What was deleted at this instant or later; of several with one name, the one that was deleted last. */
    public List<PackageVersion> deletedSince(TargetPackage target, Instant earliest) {
        List<PackageVersion> since = new ArrayList<>();
        for (PackageVersion version : listed(target, State.DELETED)) {
            if (version.deletedAt() == null) {
                warnings.add("GitHub does not report when " + shown(target, version)
                        + " was deleted, so deletedSince does not select it. Name it with versionIds.");
            } else if (!version.deletedAt().isBefore(earliest)) {
                since.add(version);
            }
        }
        List<PackageVersion> last = List.copyOf(lastDeletedOfEachName(since));
        since.stream()
                .filter(version -> !last.contains(version))
                .forEach(version -> warnings.add(shown(target, version)
                        + " is not restored: a newer version with this name was deleted after it."));
        return last;
    }

    /**
     * What a journal says was deleted, in the state in which the registry has it now. A version is left out only if it was
     * certainly deleted again since; in doubt it is restored, which does no harm.
     *
     * @param deletions also those that may have taken effect after the run
     * @param longestWait how long a rate limit could hold up that run at a time
     * @param later what is known of the runs after that one
     */
    public List<PackageVersion> byJournal(
            TargetPackage target, List<JournalEntry> deletions, Duration longestWait, LaterRuns later) {
        if (deletions.stream().allMatch(entry -> entry.version() == null)) {
            return List.of();
        }
        Map<Long, PackageVersion> deleted = listedForJournal(target).stream()
                .collect(Collectors.toMap(PackageVersion::id, Function.identity(), (one, same) -> one));
        boolean clocksAgree = clocksAgree(deletions, longestWait, deleted);
        List<PackageVersion> selected = new ArrayList<>();
        for (JournalEntry entry : deletions) {
            PackageVersion version = entry.version();
            if (version == null) {
                continue;
            }
            PackageVersion now = deleted.get(version.id());
            JournalledDeletion deletion = new JournalledDeletion(entry, longestWait);
            if (now != null) {
                Optional<String> again = later.of(entry)
                        .filter(touch -> touch.provesAnotherDeletion(now.deletedAt()))
                        .map(LaterRuns.Touch::words)
                        .or(() -> clocksAgree && deletion.isLongBefore(now.deletedAt())
                                ? Optional.of(
                                        "was restored and deleted again since this journal, at " + now.deletedAt())
                                : Optional.empty());
                again.ifPresentOrElse(why -> leaveOut(target, version, why), () -> selected.add(now));
            } else if (!entry.mayHaveDeletedLater()) {
                selected.add(deletion.asDeleted(version));
            }
        }
        return selected;
    }

    /** Where no deletion of the package has the time that the journal says, one of the two clocks is wrong, and proves nothing. */
    private static boolean clocksAgree(
            List<JournalEntry> deletions, Duration longestWait, Map<Long, PackageVersion> deleted) {
        return deletions.stream().anyMatch(entry -> {
            PackageVersion version = entry.version();
            PackageVersion now = version == null ? null : deleted.get(version.id());
            return now != null && new JournalledDeletion(entry, longestWait).showsThatClocksAgree(now.deletedAt());
        });
    }

    private void leaveOut(TargetPackage target, PackageVersion version, String why) {
        deletedAgain.put(version.id(), shown(target, version));
        warnings.add(shown(target, version) + " " + why
                + ", so it is not restored. To restore it anyway, name it: -Dghpackages.versionIds="
                + version.id());
    }

    /** The endpoints of another user list no deleted versions, but restore them. */
    private List<PackageVersion> listedForJournal(TargetPackage target) {
        try {
            return target.versionsOfTheRightPackage(State.DELETED).orElse(List.of());
        } catch (PackagesException e) {
            if (e.id() != Id.INCOMPLETE_LISTING || target.owner().kind() != Owner.Kind.USER) {
                throw e;
            }
            warnings.add("GitHub does not list the deleted versions of "
                    + target.ref()
                    + " for this token, so it is unknown which of them were restored and deleted again"
                    + " since. All are restored.");
            return List.of();
        }
    }

    private List<PackageVersion> listed(TargetPackage target, State state) {
        Optional<List<PackageVersion>> versions = target.versionsOfTheRightPackage(state);
        if (versions.isEmpty()) {
            notSeen.put(target.ref(), target);
        }
        return versions.orElse(List.of());
    }

    private static Collection<PackageVersion> lastDeletedOfEachName(List<PackageVersion> deleted) {
        Map<String, PackageVersion> byName = new LinkedHashMap<>();
        deleted.stream().sorted(LAST_DELETED_FIRST).forEach(version -> byName.putIfAbsent(version.name(), version));
        return byName.values();
    }

    private static String shown(TargetPackage target, PackageVersion version) {
        return target.ref() + " " + version.name() + " (id " + version.id() + ")";
    }
}

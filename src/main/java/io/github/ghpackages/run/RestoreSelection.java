package io.github.ghpackages.run;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.journal.JournalEntry;
import io.github.ghpackages.retention.NamePatterns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the versions of a package that a restore is meant for. */
public final class RestoreSelection {

    /** A deletion is seen at the registry no later than this after its answer, by the registry's own clock. */
    private static final Duration EFFECT_MAY_LAG = Duration.ofSeconds(10);

    private final Set<String> namesFound = new LinkedHashSet<>();
    private final Set<Long> idsFound = new LinkedHashSet<>();
    private final List<String> warnings = new ArrayList<>();

    /** What a person should know of the selection. */
    public List<String> warnings() {
        return warnings;
    }

    /** Of these names, those that no package had. */
    public List<String> namesNotFound(List<String> names) {
        return names.stream().filter(name -> !namesFound.contains(name)).toList();
    }

    /** Of these ids, those that no package had. */
    public List<Long> idsNotFound(List<Long> ids) {
        return ids.stream().filter(id -> !idsFound.contains(id)).toList();
    }

    /** Deleted versions by name; of several with one name, the one that was deleted last. Live ones count where named literally. */
    public List<PackageVersion> byName(Subject subject, NamePatterns patterns) {
        Map<String, PackageVersion> byName = new LinkedHashMap<>();
        Set<String> literals = Set.copyOf(patterns.literals());
        for (PackageVersion version : Packages.versionsIfAny(subject, State.ACTIVE)) {
            if (literals.contains(version.name())) {
                byName.put(version.name(), version);
            }
        }
        List<PackageVersion> deleted = deleted(subject, version -> patterns.matches(version.name()));
        deleted.stream()
                .sorted(Packages.lastDeletedFirst())
                .forEach(version -> byName.putIfAbsent(version.name(), version));
        namesFound.addAll(byName.keySet());
        return List.copyOf(byName.values());
    }

    /** Versions by id, deleted or live. */
    public List<PackageVersion> byId(Subject subject, List<Long> ids) {
        List<PackageVersion> found = new ArrayList<>(deleted(subject, version -> ids.contains(version.id())));
        Packages.versionsIfAny(subject, State.ACTIVE).stream()
                .filter(version -> ids.contains(version.id()))
                .forEach(found::add);
        found.forEach(version -> idsFound.add(version.id()));
        return found;
    }

    /** What was deleted at this instant or later. */
    public List<PackageVersion> deletedSince(Subject subject, Instant earliest) {
        return deleted(subject, version -> {
            if (version.deletedAt() == null) {
                warnings.add("GitHub does not say when " + subject.ref() + " " + version.name() + " (id " + version.id()
                        + ") was deleted, so deletedSince does not select it. Name it with versionId.");
                return false;
            }
            return !version.deletedAt().isBefore(earliest);
        });
    }

    /**
     * What a journal says was deleted, in the state in which the registry has it now. A version that was restored and deleted
     * again since is not this run's to restore.
     */
    public List<PackageVersion> byJournal(Subject subject, List<JournalEntry> deletions) {
        Map<Long, PackageVersion> deleted = deleted(subject, version -> true).stream()
                .collect(Collectors.toMap(PackageVersion::id, Function.identity(), (one, same) -> one));
        List<PackageVersion> selected = new ArrayList<>();
        for (JournalEntry entry : deletions) {
            PackageVersion version = entry.version();
            if (version == null) {
                continue;
            }
            PackageVersion now = deleted.getOrDefault(version.id(), version);
            if (deletedAgainSince(now.deletedAt(), entry.answeredAt())) {
                warnings.add(subject.ref() + " " + version.name() + " (id " + version.id()
                        + ") was restored and deleted again since this journal, so it is left alone.");
            } else {
                selected.add(now);
            }
        }
        return selected;
    }

    private static boolean deletedAgainSince(@Nullable Instant deletedAt, @Nullable Instant answeredAt) {
        return deletedAt != null && answeredAt != null && deletedAt.isAfter(answeredAt.plus(EFFECT_MAY_LAG));
    }

    private static List<PackageVersion> deleted(Subject subject, Predicate<PackageVersion> wanted) {
        return Packages.versionsIfAny(subject, State.DELETED).stream()
                .filter(wanted)
                .toList();
    }
}

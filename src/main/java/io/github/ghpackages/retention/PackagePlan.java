package io.github.ghpackages.retention;

import io.github.ghpackages.NameParts;
import io.github.ghpackages.VersionKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The verdicts over all active versions of one package.
 *
 * @param history what they were made from
 * @param verdicts newest first in version order
 * @param deletePackage whether the whole package is deleted, because {@code onLastVersion=deletePackage} and nothing is kept
 */
public record PackagePlan(PackageHistory history, List<Verdict> verdicts, boolean deletePackage) {

    /** What is deleted, oldest first: the order in which it is deleted. */
    public List<Verdict> deletions() {
        var oldestFirst =
                new ArrayList<>(verdicts.stream().filter(Verdict::delete).toList());
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    /** What was to be deleted when the plan was made, also what has been called off since; newest first. */
    public List<Verdict> plannedDeletions() {
        return verdicts.stream().filter(Verdict::isPlannedDeletion).toList();
    }

    /** How many versions are deleted. */
    public int deletionCount() {
        return (int) verdicts.stream().filter(Verdict::delete).count();
    }

    /**
     * The version that stays if the package would be empty without it: its newest plain release, else its newest release, else
     * its newest version.
     *
     * @throws java.util.NoSuchElementException if the package has no version
     */
    public Verdict lastToKeep() {
        List<Verdict> active = active();
        List<Verdict> releases = active.stream()
                .filter(verdict -> verdict.version().kind() == VersionKind.RELEASE)
                .toList();
        return releases.stream()
                .filter(verdict -> NameParts.isPlain(verdict.version().name()))
                .findFirst()
                .or(() -> releases.stream().findFirst())
                .or(() -> active.stream().findFirst())
                .orElseThrow();
    }

    /** The verdicts without those on versions that a stored plan names and that are gone. */
    List<Verdict> active() {
        return verdicts.stream().filter(Verdict::isActive).toList();
    }

    /** Whether there are versions, and none stays. */
    boolean isEmptied() {
        return deletionCount() > 0 && verdicts.stream().noneMatch(Verdict::stays);
    }

    /** With other verdicts; a package of which something stays is never deleted as a whole. */
    PackagePlan with(List<Verdict> others) {
        return new PackagePlan(history, others, deletePackage && others.stream().noneMatch(Verdict::stays));
    }
}

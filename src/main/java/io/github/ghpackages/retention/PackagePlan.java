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
 * @param deletePackage whether the package goes whole, because {@code onLastVersion=deletePackage} and nothing is kept
 */
public record PackagePlan(PackageHistory history, List<Verdict> verdicts, boolean deletePackage) {

    /** What goes, oldest first: the order in which it is deleted. */
    public List<Verdict> deletions() {
        var oldestFirst =
                new ArrayList<>(verdicts.stream().filter(Verdict::delete).toList());
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    /** How many versions go. */
    public int deletionCount() {
        return (int) verdicts.stream().filter(Verdict::delete).count();
    }

    /**
     * The version that stays where the package would be empty without it: its newest plain release, else its newest release, else
     * its newest version.
     *
     * @throws java.util.NoSuchElementException if the package has no version
     */
    public Verdict lastToKeep() {
        List<Verdict> releases = verdicts.stream()
                .filter(verdict -> verdict.version().kind() == VersionKind.RELEASE)
                .toList();
        return releases.stream()
                .filter(verdict -> NameParts.isPlain(verdict.version().name()))
                .findFirst()
                .or(() -> releases.stream().findFirst())
                .or(() -> verdicts.stream().findFirst())
                .orElseThrow();
    }

    /** Whether there are versions, and none stays. */
    boolean isEmptied() {
        return !verdicts.isEmpty() && verdicts.stream().allMatch(Verdict::delete);
    }

    /** With other verdicts; a package of which something stays never goes whole. */
    PackagePlan with(List<Verdict> others) {
        return new PackagePlan(history, others, deletePackage && others.stream().allMatch(Verdict::delete));
    }
}

package io.github.ghpackages.retention;

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
        var oldestFirst = new java.util.ArrayList<>(
                verdicts.stream().filter(Verdict::delete).toList());
        java.util.Collections.reverse(oldestFirst);
        return oldestFirst;
    }
}

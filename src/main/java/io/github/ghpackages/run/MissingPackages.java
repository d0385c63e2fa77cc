package io.github.ghpackages.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What to say of packages that GitHub does not show: each may be misspelt, hidden from the token, or not there yet.
 *
 * @param targets none where all packages were seen
 * @param otherModules the names of the modules of a reactor: none of them was meant by another
 */
public record MissingPackages(List<TargetPackage> targets, Set<String> otherModules) {

    public MissingPackages {
        targets = List.copyOf(targets);
        otherModules = Set.copyOf(otherModules);
    }

    /** Of a run over these packages. */
    public static MissingPackages of(List<TargetPackage> missing, Collection<TargetPackage> all) {
        return new MissingPackages(
                missing,
                all.stream()
                        .filter(target -> target.coherenceGroup() != null)
                        .map(target -> target.name().toString())
                        .collect(Collectors.toSet()));
    }

    public MissingPackages(List<TargetPackage> targets) {
        this(targets, Set.of());
    }

    /** One for each package, and once what may hide them. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (TargetPackage target : targets) {
            warnings.add(words(target));
        }
        warnings.addAll(whatHidesThem());
        return warnings;
    }

    /** For an error: sentences about the first package, and how many more there are. Empty where all were seen. */
    public String words() {
        if (targets.isEmpty()) {
            return "";
        }
        int more = targets.size() - 1;
        String others = more == 1
                ? " 1 more was not found; the warnings name it."
                : " And " + more + " more were not found; the warnings name them.";
        return words(targets.get(0)) + (more == 0 ? "" : others);
    }

    /** For an error: what to look at. Empty where all were seen. */
    public String remedy() {
        return String.join(" ", whatHidesThem());
    }

    private String words(TargetPackage target) {
        List<String> near = target.github().nearNames(target.owner(), target.name()).stream()
                .filter(name -> !otherModules.contains(name))
                .toList();
        return "Package " + target.ref() + " does not exist, or this token can't see it."
                + (near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?");
    }

    private Set<String> whatHidesThem() {
        Set<String> all = new LinkedHashSet<>();
        for (TargetPackage target : targets) {
            all.add(target.github().whatHidesPackages());
        }
        return all;
    }
}

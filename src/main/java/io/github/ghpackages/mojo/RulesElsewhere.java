package io.github.ghpackages.mojo;

import io.github.ghpackages.ShownUrl;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.build.Registry;
import io.github.ghpackages.build.Target;
import io.github.ghpackages.retention.Plan;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.text.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Rules for a kind of which this run finds no version, because the pom deploys that kind to another repository of GitHub. */
record RulesElsewhere(Policy policy, Plan plan) {

    /**
     * Which other repositories the pom names for versions of such a kind, and how to look there.
     *
     * @param notLookedAt where the poms deploy snapshots (true) or all other versions (false), if this run does not look there
     */
    List<String> hints(Function<Boolean, Map<Registry, Target>> notLookedAt) {
        Map<Registry, String> kinds = new LinkedHashMap<>();
        Map<Registry, String> lookedAt = new LinkedHashMap<>();
        for (VersionKind kind : VersionKind.values()) {
            if (!policy.rules(kind).isEmpty() && !isThere(kind)) {
                notLookedAt.apply(kind == VersionKind.SNAPSHOT).forEach((other, target) -> {
                    kinds.merge(other, kind + "s", (more, last) -> more + " and " + last);
                    lookedAt.put(other, target.name());
                });
            }
        }
        List<String> hints = new ArrayList<>();
        kinds.forEach((other, names) -> hints.add(hint(names, other, lookedAt.getOrDefault(other, ""))));
        return hints;
    }

    private boolean isThere(VersionKind kind) {
        return plan.packages().stream()
                .flatMap(ofPackage -> ofPackage.history().versions().stream())
                .anyMatch(version -> version.kind() == kind);
    }

    private static String hint(String kinds, Registry other, String lookedAt) {
        return "The pom deploys " + kinds + " to "
                + SafeText.harmless(other.fullName().orElse(other.owner()))
                + ", and this run looks at " + SafeText.harmless(lookedAt)
                + ". To look there, give -Dghpackages.registryUrl=" + ShownUrl.of(other.url()) + ".";
    }
}
